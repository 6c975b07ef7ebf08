using System.Text.Json;

namespace GraphNews.Tests.Identity;

/// <summary>What the ids and slugs of merged and retracted nodes are answered with.</summary>
public sealed class OldIdsTests
{
    [Fact]
    public async Task An_old_id_or_slug_leads_to_what_stands_for_it_and_says_which_to_keep()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abc");
        await officials.JudgeAsync('b', 'c');
        await officials.JudgeAsync('a', 'b');
        var (a, c) = (officials.Ids['a'], officials.Ids['c']);

        var data = await officials.Graph.Answers.DataAsync(
            """
            query ($a: ID!, $c: ID!) {
              bySlug: official(slug: "official-c") { ...Shown }
              byId: official(id: $c) { ...Shown }
              node(id: $c) { ...Shown }
              nodes(ids: [$a, $c]) { ...Shown }
              itself: official(slug: "official-a") { ...Shown }
              officials { nodes { ...Shown } }
            }
            fragment Shown on Official { slug canonical { id slug canonical { id } } }
            """,
            new { a, c });

        var itself = """{"slug":"official-a","canonical":null}""";
        var led = $$$"""{"slug":"official-a","canonical":{"id":"{{{a}}}","slug":"official-a","canonical":null}}""";
        Assert.All(["bySlug", "byId", "node"], field => Assert.Equal(led, data.GetProperty(field).ToString()));
        Assert.Equal($"[{itself},{led}]", data.GetProperty("nodes").ToString());
        Assert.Equal(itself, data.GetProperty("itself").ToString());
        Assert.Equal($"[{itself}]", data.GetProperty("officials").GetProperty("nodes").ToString());
    }

    [Fact]
    public async Task The_id_of_what_was_retracted_answers_with_its_tombstone()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abc");
        var unsure = await officials.JudgeAsync('a', 'c', "UNSURE");
        await officials.UndoAsync(unsure);
        await officials.JudgeAsync('a', 'b');
        var retracted = await officials.Graph.WriteAsync("retractOfficial", new { id = officials.Ids['a'], reason = "A test." }, "version");
        var version = retracted.GetProperty("version").GetInt64();

        const string Query =
            """
            query ($ids: [ID!]!, $one: ID!) {
              nodes(ids: $ids) { __typename id ... on Tombstone { kind retractedVersion retractedBy reason } ... on Official { slug } }
              node(id: $one) { __typename ... on Tombstone { kind } }
            }
            """;
        var ids = new[] { officials.Ids['c'], officials.Ids['b'], "T2ZmaWNpYWw6OTk5OTk5", unsure, officials.Ids['a'] };
        var data = await officials.Graph.Answers.DataAsync(Query, new { ids, one = officials.Ids['a'] });

        var tombstone = $$"""{"__typename":"Tombstone","id":"{{officials.Ids['a']}}","kind":"OFFICIAL","retractedVersion":{{version}},"retractedBy":"key:amal","reason":"A test."}""";
        var nodes = data.GetProperty("nodes").EnumerateArray().Select(node => node.ToString()).ToList();
        Assert.Equal($$"""{"__typename":"Official","id":"{{officials.Ids['c']}}","slug":"official-c"}""", nodes[0]);
        Assert.Equal([tombstone, "", tombstone], [nodes[1], nodes[2], nodes[4]]);
        Assert.Contains("\"kind\":\"JUDGEMENT\"", nodes[3], StringComparison.Ordinal);
        Assert.Equal("""{"__typename":"Tombstone","kind":"OFFICIAL"}""", data.GetProperty("node").ToString());

        await officials.Graph.WriteAsync("restoreOfficial", new { id = officials.Ids['b'] }, "version");
        data = await officials.Graph.Answers.DataAsync(Query, new { ids, one = officials.Ids['a'] });
        Assert.Equal("""{"__typename":"Official"}""", data.GetProperty("node").ToString());
        Assert.Equal(JsonValueKind.Object, data.GetProperty("nodes")[4].ValueKind);
    }
}
