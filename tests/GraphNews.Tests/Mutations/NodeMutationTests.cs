using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Engine;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Mutations;

/// <summary>Adding, updating, retracting and restoring nodes.</summary>
public sealed class NodeMutationTests
{
    private static readonly object Amal = new { names = new[] { new { value = "Amal Bennani", language = "en" } }, country = new { code = "MA" }, birthDate = "1970-05" };

    [Fact]
    public async Task An_official_is_added_in_one_version_and_shown_as_it_stands_there()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var before = await graph.VersionAsync();

        var payload = await graph.WriteAsync("addOfficial", Amal, "official { slug name birthDate { text } country { code } names { statedBy } createdVersion }");

        var official = payload.GetProperty("official");
        Assert.Equal("amal-bennani", official.GetProperty("slug").GetString());
        Assert.Equal("Amal Bennani", official.GetProperty("name").GetString());
        Assert.Equal("1970-05", official.GetProperty("birthDate").GetProperty("text").GetString());
        Assert.Equal("MA", official.GetProperty("country").GetProperty("code").GetString());
        Assert.Equal("key:amal", official.GetProperty("names")[0].GetProperty("statedBy").GetString());
        Assert.Equal(before + 1, payload.GetProperty("version").GetInt64());
        Assert.Equal(before + 1, official.GetProperty("createdVersion").GetInt64());
        Assert.Equal(before + 1, await graph.VersionAsync());
    }

    [Fact]
    public async Task An_update_keeps_what_it_leaves_out_and_clears_what_it_gives_as_null()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var id = (await graph.WriteAsync("addOfficial", Amal, "official { id }")).GetProperty("official").GetProperty("id").GetString()!;

        var updated = await graph.WriteAsync(
            "updateOfficial",
            new Dictionary<string, object?> { ["id"] = id, ["country"] = null, ["description"] = new[] { new { language = "en", value = "A minister" } } },
            "official { name description birthDate { text } country { code } }");

        var official = updated.GetProperty("official");
        Assert.Equal("Amal Bennani", official.GetProperty("name").GetString());
        Assert.Equal("A minister", official.GetProperty("description").GetString());
        Assert.Equal("1970-05", official.GetProperty("birthDate").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, official.GetProperty("country").ValueKind);
    }

    [Fact]
    public async Task An_update_that_changes_nothing_makes_no_version()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var added = await graph.WriteAsync("addOfficial", Amal, "official { id }");

        var updated = await graph.WriteAsync("updateOfficial", new { id = added.GetProperty("official").GetProperty("id").GetString(), birthDate = "1970-05" }, "official { name }");

        Assert.Equal(added.GetProperty("version").GetInt64(), updated.GetProperty("version").GetInt64());
        Assert.Equal(added.GetProperty("version").GetInt64(), await graph.VersionAsync());
    }

    [Fact]
    public async Task An_update_that_saw_an_older_version_writes_nothing()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var added = await graph.WriteAsync("addOfficial", Amal, "official { id updatedVersion }");
        var official = added.GetProperty("official");
        var (id, seen) = (official.GetProperty("id").GetString(), official.GetProperty("updatedVersion").GetInt64());
        await graph.WriteAsync("updateOfficial", new { id, birthDate = "1971" }, "official { id }");

        Assert.Equal(("StaleVersionError", "STALE_VERSION", ""), await graph.ErrorAsync("updateOfficial", new { id, birthDate = "1972", expectedVersion = seen }));
        await graph.WriteAsync("updateOfficial", new { id, birthDate = "1972", expectedVersion = seen + 1 }, "official { id }");
    }

    [Fact]
    public async Task A_retracted_node_leaves_answers_and_comes_back_with_all_that_hangs_on_it()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();
        const string question = "{ official(slug: \"abdellatif-hammouchi\") { id name meetings { totalCount } tenures { post { slug } } } }";
        var before = (await graph.Answers.DataAsync(question)).ToString();
        var id = await graph.IdAsync("official", "abdellatif-hammouchi");

        var retracted = await graph.WriteAsync("retractOfficial", new { id, reason = "A test." }, "tombstone { id kind retractedBy reason retractedVersion }");

        var tombstone = retracted.GetProperty("tombstone");
        Assert.Equal(id, tombstone.GetProperty("id").GetString());
        Assert.Equal("OFFICIAL", tombstone.GetProperty("kind").GetString());
        Assert.Equal("key:amal", tombstone.GetProperty("retractedBy").GetString());
        Assert.Equal("A test.", tombstone.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, (await graph.Answers.DataAsync(question)).GetProperty("official").ValueKind);
        Assert.Equal("RETRACTED", (await graph.ErrorAsync("updateOfficial", new { id, birthDate = "1966" })).Code);

        await graph.WriteAsync("restoreOfficial", new { id }, "official { name }");
        Assert.Equal(before, (await graph.Answers.DataAsync(question)).ToString());
    }

    [Fact]
    public async Task A_write_that_is_sent_again_is_carried_out_once()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var input = new { names = new[] { new { value = "Amal Bennani", language = "en" } }, idempotencyKey = "first" };

        var first = await graph.WriteAsync("addOfficial", input, "official { id slug }");
        await graph.WriteAsync("addTopic", new { names = new[] { new { value = "Borders", language = "en" } } }, "topic { id }");
        var again = await graph.WriteAsync("addOfficial", input, "official { id slug }");

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(
            ("ConflictError", "IDEMPOTENCY_KEY_REUSED", ""),
            await graph.ErrorAsync("addOfficial", new { names = new[] { new { value = "Somebody Else", language = "en" } }, idempotencyKey = "first" }));
    }

    [Fact]
    public async Task An_idempotency_key_is_its_senders_alone_is_kept_for_writes_that_were_made_and_forgotten_after_a_week()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var input = new { names = new[] { new { value = "Borders", language = "en" } }, slug = "borders", idempotencyKey = "first" };
        var taken = new { names = new[] { new { value = "Others", language = "en" } }, slug = "borders", idempotencyKey = "second" };
        var free = new { names = new[] { new { value = "Others", language = "en" } }, slug = "others", idempotencyKey = "second" };
        var first = (await graph.WriteAsync("addTopic", input, "topic { id }")).GetProperty("version").GetInt64();

        // What was refused was not made: the key is free for what is right.
        Assert.Equal("INVALID_SLUG", (await graph.ErrorAsync("addTopic", taken)).Code);
        await graph.WriteAsync("addTopic", free, "topic { id }");

        graph.Answers.Caller = new Caller("key:somebody-else", CallerRole.Editor);
        Assert.Equal("INVALID_SLUG", (await graph.ErrorAsync("addTopic", input)).Code);

        graph.Answers.Caller = new Caller("key:amal", CallerRole.Editor);
        await graph.Graph.ReadAsync(context => context.IdempotencyKeys.ExecuteUpdateAsync(key => key.SetProperty(one => one.At, DateTime.UtcNow.AddDays(-8))));
        Assert.Equal(first, (await graph.WriteAsync("addTopic", input, "topic { id }")).GetProperty("version").GetInt64());
        await graph.WriteAsync("addTopic", new { names = new[] { new { value = "Trade", language = "en" } }, idempotencyKey = "third" }, "topic { id }");
        Assert.Equal("INVALID_SLUG", (await graph.ErrorAsync("addTopic", input)).Code);
    }

    [Fact]
    public async Task Of_several_mutations_those_before_a_refusal_stand_and_those_after_it_are_written()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var before = await graph.VersionAsync();

        var answer = await graph.Answers.AskAsync(
            """
            mutation {
              first: addTopic(input: { names: [{ value: "Borders" }], slug: "borders" }) { version }
              refused: redact(input: { id: "nonsense", fields: ["slug"], reason: "No admin." }) { version }
              last: addTopic(input: { names: [{ value: "Trade" }], slug: "trade" }) { version topic { createdVersion } }
            }
            """);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        Assert.Equal("FORBIDDEN", Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("Code").GetString());
        Assert.InRange(await graph.VersionAsync(), before + 1, before + 2);
        Assert.NotEmpty(await graph.IdAsync("topic", "borders"));
    }

    [Fact]
    public async Task Several_mutations_run_in_order_and_each_shows_the_version_that_it_made()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var before = await graph.VersionAsync();

        var answer = await graph.Answers.AskAsync(
            """
            mutation {
              first: addTopic(input: { names: [{ value: "Borders", language: "en" }], slug: "borders" }) { version topic { updatedVersion names { value } } }
              wrong: addTopic(input: { names: [{ value: "Other", language: "en" }], slug: "borders" }) { version errors { ... on Error { code } } }
              second: addName(input: { subject: { slug: "borders" }, value: "الحدود", language: "ar" }) { version name { subject { ... on Topic { updatedVersion names { value } } } } }
            }
            """);

        var data = answer.GetProperty("data");
        Assert.Equal(before + 1, data.GetProperty("first").GetProperty("version").GetInt64());
        Assert.Equal(before + 1, data.GetProperty("first").GetProperty("topic").GetProperty("updatedVersion").GetInt64());
        Assert.Equal(1, data.GetProperty("first").GetProperty("topic").GetProperty("names").GetArrayLength());
        Assert.Equal("INVALID_SLUG", data.GetProperty("wrong").GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(before + 2, data.GetProperty("second").GetProperty("version").GetInt64());
        Assert.Equal(2, data.GetProperty("second").GetProperty("name").GetProperty("subject").GetProperty("names").GetArrayLength());
        Assert.Equal(before + 2, answer.GetProperty("version").GetInt64());
    }

    [Fact]
    public void Every_kind_of_node_is_added_updated_retracted_and_restored()
    {
        var mutations = GraphAnswers.Schema.Objects["Mutation"].Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);

        // Countries are reference data; a citation is added by `cite`; a judgement stays as it was made until it is undone.
        Assert.All(["judgeSame", "undoJudgement"], mutation => Assert.Contains(mutation, mutations));
        var wanted = Enum.GetNames<NodeKind>().Where(kind => kind is not nameof(NodeKind.Country) and not nameof(NodeKind.Judgement))
            .SelectMany(kind => new[] { kind == nameof(NodeKind.Citation) ? "cite" : $"add{kind}", $"update{kind}", $"retract{kind}", $"restore{kind}" });
        Assert.Empty(wanted.Except(mutations));
    }

    [Fact]
    public async Task A_text_that_citations_count_in_is_not_replaced()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var id = (await graph.WriteAsync("addSourceArticle", new { title = "A page", text = "The minister met the ambassador." }, "sourceArticle { id }"))
            .GetProperty("sourceArticle").GetProperty("id").GetString();

        Assert.Equal(("InputError", "INVALID_INPUT", "input.text"), await graph.ErrorAsync("updateSourceArticle", new { id, text = "The minister met nobody." }));
        Assert.Equal(("InputError", "INVALID_INPUT", "input.text"), await graph.ErrorAsync("updateSourceArticle", new Dictionary<string, object?> { ["id"] = id, ["text"] = null }));
    }

    [Fact]
    public async Task The_same_address_or_text_is_the_same_article()
    {
        await using var graph = await MutationAnswers.CreateAsync();
        var article = new { title = "A page", url = "https://example.org/a", language = "en", text = "The minister met the ambassador." };

        var first = (await graph.WriteAsync("addSourceArticle", article, "sourceArticle { id }")).ToString();

        Assert.Equal(first, (await graph.WriteAsync("addSourceArticle", article, "sourceArticle { id }")).ToString());
        Assert.Equal(first, (await graph.WriteAsync("addSourceArticle", new { title = "Elsewhere", article.text }, "sourceArticle { id }")).ToString());
        Assert.NotEqual(first, (await graph.WriteAsync("addSourceArticle", new { title = "Another" }, "sourceArticle { id }")).ToString());
    }
}
