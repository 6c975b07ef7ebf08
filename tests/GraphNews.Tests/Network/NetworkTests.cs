using System.Text.Json;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Network;

public sealed class NetworkTests(SmallGraph small, SampleAnswers sample) : IClassFixture<SmallGraph>, IClassFixture<SampleAnswers>
{
    private const string Query = "query ($id: ID!, $depth: Int, $least: Int) { network(around: $id, depth: $depth, minWeight: $least) { truncated nodes { distance degree node { ... on Entity { slug } } } edges { weight from { ... on Entity { slug } } to { ... on Entity { slug } } } } }";

    [Fact]
    public async Task Around_Hammouchi_are_those_he_met_and_their_ties()
    {
        var network = await AskAsync(sample.Answers, "abdellatif-hammouchi", depth: 1, least: 1);
        Assert.Equal(
            ["abdellatif-hammouchi 0 2", "germany-bundespolizei 1 2", "spain-policia-nacional 1 2"],
            network.GetProperty("nodes").EnumerateArray().Select(node => $"{Slug(node, "node")} {node.GetProperty("distance")} {node.GetProperty("degree")}").Order());
        Assert.Equal(
            ["abdellatif-hammouchi spain-policia-nacional 3", "abdellatif-hammouchi germany-bundespolizei 1"],
            network.GetProperty("edges").EnumerateArray().Where(tie => Slug(tie, "from") == "abdellatif-hammouchi").Select(tie => $"{Slug(tie, "from")} {Slug(tie, "to")} {tie.GetProperty("weight")}"));
        Assert.Equal(3, network.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task Weak_ties_are_left_out_with_those_whom_only_they_reach()
    {
        var network = await AskAsync(sample.Answers, "abdellatif-hammouchi", depth: 3, least: 2);
        Assert.DoesNotContain(network.GetProperty("nodes").EnumerateArray(), node => Slug(node, "node") == "germany-bundespolizei");
        Assert.All(network.GetProperty("edges").EnumerateArray(), tie => Assert.True(tie.GetProperty("weight").GetInt32() >= 2));
    }

    [Fact]
    public async Task Ties_are_listed_once_and_lead_to_nodes_of_the_network()
    {
        var network = await AskAsync(small.Answers, "the-official", depth: 2, least: 1);
        var nodes = network.GetProperty("nodes").EnumerateArray().ToDictionary(node => Slug(node, "node"));
        var ties = network.GetProperty("edges").EnumerateArray().Select(tie => (From: Slug(tie, "from"), To: Slug(tie, "to"))).ToList();
        Assert.InRange(nodes.Count, 10, 500);
        Assert.All(ties, tie => Assert.True(nodes.ContainsKey(tie.From) && nodes.ContainsKey(tie.To)));
        Assert.Equal(ties.Count, ties.Select(tie => string.CompareOrdinal(tie.From, tie.To) < 0 ? tie : (tie.To, tie.From)).Distinct().Count());
        foreach (var (slug, node) in nodes)
            Assert.Equal(ties.Count(tie => tie.From == slug || tie.To == slug), node.GetProperty("degree").GetInt32());
        Assert.All(nodes.Values.Where(node => node.GetProperty("distance").GetInt32() == 1), near => Assert.Contains(ties, tie => (tie.From, tie.To) == ("the-official", Slug(near, "node")) || (tie.To, tie.From) == ("the-official", Slug(near, "node"))));
    }

    [Fact]
    public async Task A_deeper_network_costs_two_statements_a_ring_whatever_it_reaches()
    {
        small.Storage.Take();
        await AskAsync(small.Answers, "the-official", depth: 2, least: 1);

        // The id's slug, the node that stands, ties of the middle, of ring 1 and 2 for officials and agencies, rows of both kinds for nodes, from and to; versions.
        Assert.InRange(small.Storage.Take().Count, 1, 16);
    }

    [Fact]
    public async Task Nobody_has_no_network()
    {
        var data = await sample.Answers.DataAsync(Query, new { id = SmallGraph.Id<Graph.Officials.Official>(9_999_999), depth = 1, least = 1 });
        Assert.Equal(JsonValueKind.Null, data.GetProperty("network").ValueKind);
    }

    private static string Slug(JsonElement from, string field) => from.GetProperty(field).GetProperty("slug").GetString()!;

    private static async Task<JsonElement> AskAsync(GraphAnswers answers, string slug, int depth, int least)
    {
        var id = (await answers.DataAsync($"{{ official(slug: \"{slug}\") {{ id }} }}")).GetProperty("official").GetProperty("id").GetString();
        return (await answers.DataAsync(Query, new { id, depth, least })).GetProperty("network");
    }
}
