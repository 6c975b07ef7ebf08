using GraphNews.Graph.Execution;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Walk;

namespace GraphNews.Tests.Duplicates;

/// <summary>Which entities are proposed as the same, and why.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task A_person_entered_in_two_scripts_is_proposed_and_the_names_say_why()
    {
        await using var people = await EnteredPeople.CreateAsync();
        var latin = await people.AddAsync(["Abdellatif Hammouchi"]);
        var arabic = await people.AddAsync(["عبد اللطيف الحموشي"]);
        await people.AddAsync(["Nasser Bourita"]);

        var pair = Assert.Single(await people.ProposedAsync());

        Assert.Equal([latin, arabic], new[] { "left", "right" }.Select(side => pair.GetProperty(side).GetProperty("id").GetString()));
        var reason = Assert.Single(pair.GetProperty("reasons").EnumerateArray());
        Assert.Equal(["NAME", "Abdellatif Hammouchi", "عبد اللطيف الحموشي"], new[] { "kind", "left", "right" }.Select(field => reason.GetProperty(field).GetString()));
        Assert.InRange(EnteredPeople.Score(pair), 0.5, 0.6);
    }

    [Fact]
    public async Task A_short_alias_in_common_does_not_win_against_full_names_that_differ()
    {
        await using var people = await EnteredPeople.CreateAsync();
        await people.AddAsync(["Fernando Ruiz", "فرناندو"]);
        await people.AddAsync(["Fernando Gonzalez", "فرناندو"]);
        Assert.Empty(await people.ProposedAsync());

        // Without a fuller name that contradicts, the same alias is a reason to look.
        await people.AddAsync(["فرناندو"]);
        Assert.Equal(2, (await people.ProposedAsync()).Count);
    }

    [Theory]
    [InlineData("1966-05-15", "1966-05-15", "SAME_DATE", true)]
    [InlineData("1966", "1966-05-15", "SAME_DATE", true)]
    [InlineData("1966", "1970", "CONFLICTING_DATE", false)]
    public async Task Birth_dates_count_for_and_against(string one, string other, string reason, bool isProposed)
    {
        await using var people = await EnteredPeople.CreateAsync();
        await people.AddAsync(["Amal Bennani"], one);
        await people.AddAsync(["Amal Bennani"], other);
        var proposed = await people.ProposedAsync();
        if (!isProposed)
        {
            Assert.Empty(proposed);
            return;
        }

        Assert.Contains(reason, EnteredPeople.Reasons(Assert.Single(proposed)));
        Assert.True(EnteredPeople.Score(proposed[0]) > 0.6);
    }

    [Fact]
    public async Task Identifiers_count_for_without_a_name_and_against_one()
    {
        await using var people = await EnteredPeople.CreateAsync();
        await people.AddAsync(["Amal Bennani"], null, null, "Q1");
        await people.AddAsync(["Amal Bennani"], null, null, "Q2");
        Assert.Empty(await people.ProposedAsync());

        await people.AddAsync(["Somebody Else"], null, null, "Q2");
        var pair = Assert.Single(await people.ProposedAsync());
        Assert.Equal(["SHARED_IDENTIFIER"], EnteredPeople.Reasons(pair));

        // One key in common is enough, whatever other keys there are.
        await people.AddAsync(["Amal Bennani"], null, null, "Q1", "Q3");
        Assert.Equal(["NAME", "SHARED_IDENTIFIER"], EnteredPeople.Reasons((await people.ProposedAsync())[0]).Order());
    }

    [Fact]
    public async Task The_same_name_in_another_country_is_somebody_else()
    {
        await using var people = await EnteredPeople.CreateAsync();
        await people.AddAsync(["Amal Bennani"], null, "MA");
        await people.AddAsync(["Amal Bennani"], null, "DZ");

        Assert.Empty(await people.ProposedAsync());
    }

    [Fact]
    public async Task Posts_agencies_and_meetings_count_for_and_one_source_that_lists_both_against()
    {
        await using var people = await EnteredPeople.CreateAsync();
        var graph = people.Graph;
        var (one, other) = (await people.AddAsync(["Amal Bennani"]), await people.AddAsync(["Bennani"]));
        var agency = (await graph.WriteAsync("addAgency", new { names = new[] { new { value = "Ministry of Ports" } }, slug = "ports" }, "agency { id }")).GetProperty("agency").GetProperty("id").GetString();
        await graph.WriteAsync("addPost", new { names = new[] { new { value = "Minister" } }, slug = "minister", agency = new { id = agency } }, "version");
        Assert.Empty(await people.ProposedAsync());

        foreach (var official in new[] { one, other }) await graph.WriteAsync("addTenure", new { official = new { id = official }, post = new { slug = "minister" } }, "version");
        Assert.Equal(["NAME", "SHARED_AGENCY", "SHARED_POST"], EnteredPeople.Reasons(Assert.Single(await people.ProposedAsync())).Order());

        await graph.WriteAsync("addMeeting", new { slug = "talks", title = new[] { new { language = "en", value = "Talks" } } }, "version");
        foreach (var (official, source) in new[] { (one, "first"), (other, "second") })
        {
            await graph.WriteAsync("addSourceArticle", new { title = source, slug = source, text = $"They met, says the {source}." }, "version");
            await graph.WriteAsync("addParticipation", new { meeting = new { slug = "talks" }, official = new { id = official }, citations = new[] { new { article = new { slug = source }, quote = "They met" } } }, "version");
        }

        var pair = Assert.Single(await people.ProposedAsync());
        Assert.Contains("SHARED_MEETING", EnteredPeople.Reasons(pair));
        Assert.Equal("talks", pair.GetProperty("reasons").EnumerateArray().Single(reason => reason.GetProperty("kind").GetString() == "SHARED_MEETING").GetProperty("nodes")[0].GetProperty("slug").GetString());

        await graph.WriteAsync("addParticipation", new { meeting = new { slug = "talks" }, official = new { id = other }, citations = new[] { new { article = new { slug = "first" }, quote = "They met" } } }, "version");
        Assert.Empty(await people.ProposedAsync());
    }

    [Fact]
    public async Task Who_was_judged_different_is_proposed_no_more_whoever_stands_for_them_and_who_was_unsure_is_told()
    {
        await using var people = await EnteredPeople.CreateAsync();
        var (a, b, c) = (await people.AddAsync(["Amal Bennani"]), await people.AddAsync(["Amal Bennani"]), await people.AddAsync(["Amal Bennani"]));
        Assert.Equal(3, (await people.ProposedAsync()).Count);

        await people.JudgeAsync(a, b, "UNSURE");
        Assert.Equal(["UNSURE"], (await people.ProposedAsync())[0].GetProperty("judgements").EnumerateArray().Select(judgement => judgement.GetProperty("verdict").GetString()));

        await people.JudgeAsync(b, c, "DIFFERENT");
        Assert.Equal(2, (await people.ProposedAsync()).Count);
        await people.JudgeAsync(a, b, "SAME");
        Assert.Empty(await people.ProposedAsync());
    }

    [Fact]
    public async Task What_was_retracted_is_not_proposed()
    {
        await using var people = await EnteredPeople.CreateAsync();
        var id = await people.AddAsync(["Amal Bennani"]);
        await people.AddAsync(["Amal Bennani"]);
        await people.Graph.WriteAsync("retractOfficial", new { id }, "version");

        Assert.Empty(await people.ProposedAsync());
    }

    [Fact]
    public async Task Agencies_and_posts_are_told_apart_by_country_and_by_what_they_belong_to()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        foreach (var (slug, country) in new[] { ("interior-ma", "MA"), ("interior-es", "ES"), ("interior-ma-2", "MA") })
        {
            await graph.WriteAsync("addAgency", new { slug, names = new[] { new { value = "Ministry of Interior", language = "en" } }, country = new { code = country } }, "version");
            await graph.WriteAsync("addPost", new { slug = $"minister-{slug}", names = new[] { new { value = "Minister of Interior", language = "en" } }, agency = new { slug } }, "version");
        }

        var agencies = await PairsAsync(graph, "AGENCY");
        Assert.Equal(["interior-ma interior-ma-2"], agencies);
        Assert.Empty(await PairsAsync(graph, "POST"));
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended()
    {
        await using var people = await EnteredPeople.CreateAsync();
        for (var i = 0; i < 5; i++) await people.AddAsync(["Amal Bennani"]);
        var all = (await people.ProposedAsync()).Select(Ids).ToList();
        Assert.Equal(10, all.Count);

        var (paged, cursor) = (new List<string>(), (string?)null);
        do
        {
            var data = (await people.Graph.Answers.DataAsync(
                "query ($after: String) { duplicateCandidates(kind: OFFICIAL, first: 4, after: $after) { totalCount nodes { left { id } right { id } } pageInfo { hasNextPage endCursor } } }",
                new { after = cursor })).GetProperty("duplicateCandidates");
            Assert.Equal(10, data.GetProperty("totalCount").GetInt32());
            paged.AddRange(data.GetProperty("nodes").EnumerateArray().Select(Ids));
            cursor = data.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? data.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(all, paged);
        static string Ids(System.Text.Json.JsonElement pair) => $"{pair.GetProperty("left").GetProperty("id")} {pair.GetProperty("right").GetProperty("id")}";
    }

    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_how_many_are_compared()
    {
        await using var people = await EnteredPeople.CreateAsync();
        var counts = new List<int>();
        foreach (var round in Enumerable.Range(0, 3))
        {
            for (var i = 0; i < 4; i++) await people.AddAsync([$"Amal Bennani{"aeiou"[round]}"], "1970", "MA", $"Q{round}");
            var traced = new TracedStorage(people.Graph.Graph.Storage);
            using var answers = new GraphAnswers(traced) { Caller = new Caller("key:amal", CallerRole.Editor) };
            await answers.DataAsync("{ duplicateCandidates(kind: OFFICIAL, first: 100) { nodes { score left { slug } } } }");
            counts.Add(traced.Take().Count);
        }

        Assert.InRange(counts[0], 5, 13);
        Assert.All(counts, count => Assert.Equal(counts[0], count));
    }

    [Fact]
    public async Task Nobody_of_the_sample_is_proposed_and_only_editors_are_told()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();
        foreach (var kind in new[] { "OFFICIAL", "AGENCY", "POST", "TOPIC", "OCCASION", "PLACE", "PUBLISHER" }) Assert.Empty(await PairsAsync(graph, kind));

        graph.Answers.Caller = Caller.Anonymous;
        Assert.Equal(["UNAUTHENTICATED"], await graph.Answers.CodesAsync("{ duplicateCandidates(kind: OFFICIAL) { totalCount } }"));
    }

    private static async Task<IReadOnlyList<string>> PairsAsync(MutationAnswers graph, string kind)
    {
        var data = await graph.Answers.DataAsync($"{{ duplicateCandidates(kind: {kind}) {{ nodes {{ left {{ slug }} right {{ slug }} }} }} }}");
        return [.. data.GetProperty("duplicateCandidates").GetProperty("nodes").EnumerateArray()
            .Select(pair => $"{pair.GetProperty("left").GetProperty("slug")} {pair.GetProperty("right").GetProperty("slug")}")];
    }
}
