using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Identity;

/// <summary>Judging that nodes are the same or different, and taking it back.</summary>
public sealed class JudgementTests
{
    [Fact]
    public async Task One_stands_for_both_and_who_judged_when_and_why_can_be_read()
    {
        await using var officials = await JudgedOfficials.CreateAsync("ab");
        var (a, b) = (officials.Ids['a'], officials.Ids['b']);

        var payload = await officials.Graph.WriteAsync(
            "judgeSame", new { left = a, right = b, verdict = "SAME", reason = "Same birth date." },
            "judgement { verdict judgedBy judgedAt reason leftId rightId left { id } right { id } }");

        var judgement = payload.GetProperty("judgement");
        Assert.Equal(["SAME", "key:amal", "Same birth date.", a, b], new[] { "verdict", "judgedBy", "reason", "leftId", "rightId" }.Select(field => judgement.GetProperty(field).GetString()));
        Assert.Equal([a, a], new[] { "left", "right" }.Select(side => judgement.GetProperty(side).GetProperty("id").GetString()));
        Assert.InRange(judgement.GetProperty("judgedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal("a=a(ab) b=a(ab)", await officials.ShownAsync());
        var read = await officials.Graph.Answers.DataAsync("{ official(slug: \"official-b\") { judgements { rightId reason } } changes(since: 0, kinds: [JUDGEMENT]) { nodes { reason fields { field newValue } } } }");
        Assert.Equal("Same birth date.", Assert.Single(read.GetProperty("official").GetProperty("judgements").EnumerateArray()).GetProperty("reason").GetString());
        var change = Assert.Single(read.GetProperty("changes").GetProperty("nodes").EnumerateArray());
        Assert.Contains(change.GetProperty("fields").EnumerateArray(), field => field.GetProperty("field").GetString() == "right" && field.GetProperty("newValue").GetString() == $"\"{b}\"");
    }

    [Fact]
    public async Task Undoing_a_judgement_restores_what_was_and_keeps_what_was_written_since()
    {
        await using var officials = await JudgedOfficials.CreateAsync("ab");
        var judgement = await officials.JudgeAsync('a', 'b');
        await officials.Graph.WriteAsync("addName", new { subject = new { id = officials.Ids['b'] }, value = "Official c" }, "name { id }");
        Assert.Equal("a=a(abc) b=a(abc)", await officials.ShownAsync());

        var undone = await officials.Graph.WriteAsync("undoJudgement", new { id = judgement, reason = "A mistake." }, "tombstone { id kind reason retractedBy }");

        Assert.Equal(judgement, undone.GetProperty("tombstone").GetProperty("id").GetString());
        Assert.Equal("JUDGEMENT", undone.GetProperty("tombstone").GetProperty("kind").GetString());
        Assert.Equal("A mistake.", undone.GetProperty("tombstone").GetProperty("reason").GetString());
        Assert.Equal("a=a(a) b=b(bc)", await officials.ShownAsync());
        Assert.Empty((await officials.Graph.Answers.DataAsync("{ official(slug: \"official-b\") { judgements { id } } }")).GetProperty("official").GetProperty("judgements").EnumerateArray());
    }

    [Theory]
    [InlineData("ab bc", 0, "a=a(a) b=b(bc) c=b(bc)")]
    [InlineData("ab bc", 1, "a=a(ab) b=a(ab) c=c(c)")]
    [InlineData("ab ac", 0, "a=a(ac) b=b(b) c=a(ac)")]
    [InlineData("ba ac", 0, "a=a(ac) b=b(b) c=a(ac)")]
    [InlineData("ab bc cd", 1, "a=a(ab) b=a(ab) c=c(cd) d=c(cd)")]
    [InlineData("ab bc ac", 0, "a=a(abc) b=a(abc) c=a(abc)")]
    [InlineData("ab bc ac", 1, "a=a(abc) b=a(abc) c=a(abc)")]
    [InlineData("ab cd bc", 0, "a=a(a) b=b(bcd) c=b(bcd) d=b(bcd)")]
    public async Task Undoing_one_of_a_chain_leaves_what_the_others_say(string chain, int undone, string expected)
    {
        await using var officials = await JudgedOfficials.CreateAsync(string.Concat(chain.Where(char.IsLetter).Distinct().Order()));
        var before = await officials.ShownAsync();
        var judgements = new List<string>();
        foreach (var pair in chain.Split(' ')) judgements.Add(await officials.JudgeAsync(pair[0], pair[1]));

        await officials.UndoAsync(judgements[undone]);
        Assert.Equal(expected, await officials.ShownAsync());

        foreach (var judgement in judgements.Where((_, i) => i != undone)) await officials.UndoAsync(judgement);
        Assert.Equal(before, await officials.ShownAsync());
    }

    [Fact]
    public async Task Different_against_a_chain_of_same_is_refused_and_names_the_chain()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abcd");
        string[] chain = [await officials.JudgeAsync('a', 'b'), await officials.JudgeAsync('b', 'c')];
        await officials.JudgeAsync('a', 'd');

        Assert.Equal(("ContradictionError", "CONTRADICTS_JUDGEMENT", ""), await officials.RefusalAsync('a', 'c', "DIFFERENT"));
        Assert.Equal(("ContradictionError", "CONTRADICTS_JUDGEMENT", ""), await officials.RefusalAsync('c', 'a', "UNSURE"));

        Assert.Equal(chain, await AgainstAsync(officials, 'a', 'c', "DIFFERENT"));
        await officials.UndoAsync(chain[1]);
        await officials.JudgeAsync('a', 'c', "DIFFERENT");
    }

    [Fact]
    public async Task Same_against_different_is_refused_also_at_the_end_of_a_chain()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abc");
        var different = await officials.JudgeAsync('a', 'c', "DIFFERENT");

        Assert.Equal(("ContradictionError", "CONTRADICTS_JUDGEMENT", ""), await officials.RefusalAsync('c', 'a', "SAME"));
        await officials.JudgeAsync('a', 'b');
        Assert.Equal(("ContradictionError", "CONTRADICTS_JUDGEMENT", ""), await officials.RefusalAsync('b', 'c', "SAME"));
        Assert.Equal([different], await AgainstAsync(officials, 'b', 'c', "SAME"));
        Assert.Equal("a=a(ab) b=a(ab) c=c(c)", await officials.ShownAsync());

        await officials.UndoAsync(different);
        await officials.JudgeAsync('b', 'c');
        Assert.Equal("a=a(abc) b=a(abc) c=a(abc)", await officials.ShownAsync());
    }

    [Fact]
    public async Task Who_was_unsure_may_be_decided_later_and_the_same_judgement_again_is_the_one_that_is_there()
    {
        await using var officials = await JudgedOfficials.CreateAsync("ab");
        var unsure = await officials.JudgeAsync('a', 'b', "UNSURE");
        Assert.Equal("a=a(a) b=b(b)", await officials.ShownAsync());

        var same = await officials.JudgeAsync('a', 'b');
        var version = await officials.Graph.VersionAsync();

        Assert.Equal(same, await officials.JudgeAsync('b', 'a'));
        Assert.Equal(version, await officials.Graph.VersionAsync());
        var judgements = (await officials.Graph.Answers.DataAsync("{ official(slug: \"official-a\") { judgements { id } } }")).GetProperty("official").GetProperty("judgements");
        Assert.Equal([unsure, same], judgements.EnumerateArray().Select(judgement => judgement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_judgement_that_makes_no_sense_is_refused()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abc");
        var graph = officials.Graph;
        var topic = (await graph.WriteAsync("addTopic", new { names = new[] { new { value = "Borders" } } }, "topic { id }")).GetProperty("topic").GetProperty("id").GetString();
        var country = await graph.IdAsync("country", "morocco");
        await graph.WriteAsync("retractOfficial", new { id = officials.Ids['c'] }, "version");
        var judgement = await officials.JudgeAsync('a', 'b');
        await officials.UndoAsync(judgement);

        Assert.Equal(("InputError", "INVALID_INPUT", "input.right"), await officials.RefusalAsync('a', 'a', "SAME"));
        Assert.Equal(("ConflictError", "RETRACTED", ""), await officials.RefusalAsync('a', 'c', "DIFFERENT"));
        Assert.Equal(("ConflictError", "KINDS_DIFFER", ""), await graph.ErrorAsync("judgeSame", new { left = officials.Ids['a'], right = topic, verdict = "SAME" }));
        Assert.Equal(("InputError", "INVALID_ID", "input.left"), await graph.ErrorAsync("judgeSame", new { left = country, right = topic, verdict = "SAME" }));
        Assert.Equal(("InputError", "INVALID_ID", "input.right"), await graph.ErrorAsync("judgeSame", new { left = topic, right = judgement, verdict = "SAME" }));
        Assert.Equal(("ConflictError", "RETRACTED", ""), await graph.ErrorAsync("undoJudgement", new { id = judgement }));
        Assert.Equal(("InputError", "INVALID_ID", "input.id"), await graph.ErrorAsync("undoJudgement", new { id = topic }));
    }

    [Fact]
    public async Task Agencies_of_which_one_followed_the_other_are_not_the_same()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var ids = new List<string>();
        foreach (var name in new[] { "Ministry of Ports", "Ministry of Ports and Fisheries" })
            ids.Add((await graph.WriteAsync("addAgency", new { names = new[] { new { value = name, language = "en" } } }, "agency { id }")).GetProperty("agency").GetProperty("id").GetString()!);
        var succession = (await graph.WriteAsync("addAgencySuccession", new { predecessor = new { id = ids[0] }, successor = new { id = ids[1] } }, "agencySuccession { id }"))
            .GetProperty("agencySuccession").GetProperty("id").GetString();

        var same = new { left = ids[1], right = ids[0], verdict = "SAME" };
        Assert.Equal(("ConflictError", "MERGE_CONFLICT", ""), await graph.ErrorAsync("judgeSame", same));

        // Nor may they become so by the back door.
        await graph.WriteAsync("retractAgencySuccession", new { id = succession }, "version");
        await graph.WriteAsync("judgeSame", same, "judgement { id }");
        Assert.Equal(("ConflictError", "MERGE_CONFLICT", ""), await graph.ErrorAsync("restoreAgencySuccession", new { id = succession }));
    }

    [Fact]
    public async Task Sent_again_with_the_same_key_it_is_judged_once()
    {
        await using var officials = await JudgedOfficials.CreateAsync("ab");
        var input = new { left = officials.Ids['a'], right = officials.Ids['b'], verdict = "SAME", idempotencyKey = "a-b" };

        var first = await officials.Graph.WriteAsync("judgeSame", input, "judgement { id }");
        var undo = new { id = first.GetProperty("judgement").GetProperty("id").GetString(), idempotencyKey = "undo-a-b" };
        var undone = await officials.Graph.WriteAsync("undoJudgement", undo, "tombstone { id }");

        Assert.Equal(first.GetProperty("version").ToString(), (await officials.Graph.WriteAsync("judgeSame", input, "")).GetProperty("version").ToString());
        Assert.Equal(undone.ToString(), (await officials.Graph.WriteAsync("undoJudgement", undo, "tombstone { id }")).ToString());
        Assert.Equal("a=a(a) b=b(b)", await officials.ShownAsync());
    }

    private static async Task<IEnumerable<string?>> AgainstAsync(JudgedOfficials officials, char left, char right, string verdict)
    {
        var data = await officials.Graph.Answers.DataAsync(
            "mutation M($input: JudgeSameInput!) { judgeSame(input: $input) { errors { ... on ContradictionError { judgements { id } } } } }",
            new { input = officials.Input(left, right, verdict) });
        var error = Assert.Single(data.GetProperty("judgeSame").GetProperty("errors").EnumerateArray());
        return error.GetProperty("judgements").EnumerateArray().Select(judgement => judgement.GetProperty("id").GetString());
    }
}
