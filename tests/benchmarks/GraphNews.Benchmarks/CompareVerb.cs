using System.CommandLine;

namespace GraphNews.Benchmarks;

/// <summary>The verb that measures GraphNews beside the limit and beside its peers.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var isShort = new Option<bool>("--short") { Description = "Fewer and shorter rounds." };
        var folder = new Option<string>("--folder")
        {
            Description = "Where graphs and published programs are kept; graphs that are there are used again.",
            DefaultValueFactory = _ => Path.Combine(PublishedPrograms.Repository, "artifacts", "benchmarks"),
        };
        var server = new Option<string?>("--server") { Description = "A folder with a published GraphNews to measure instead of this repository's." };
        var otherServer = new Option<string?>("--hot-chocolate-server") { Description = "A folder with a GraphNews published with -p:GraphQLEngine=HotChocolate." };
        var peer = new Option<string?>("--hot-chocolate-peer") { Description = "A folder with the published server of peers/HotChocolate." };
        var participations = new Option<int>("--participations") { Description = "The size of the largest graph.", DefaultValueFactory = _ => 1_000_000 };
        var only = new Option<string[]>("--only") { Description = "Which parts: sqlite, postgresql, start.", DefaultValueFactory = _ => ["sqlite", "postgresql", "start"], AllowMultipleArgumentsPerToken = true };
        var page = new Option<string?>("--page") { Description = "The page that the results are written into, such as docs/performance.md; none if left out." };
        var command = new Command("compare", "Measure GraphNews over HTTP beside the limit and beside its peers.") { isShort, folder, server, otherServer, peer, participations, only, page };
        command.SetAction((parsed, _) => new Comparison
        {
            IsShort = parsed.GetValue(isShort),
            Folder = Path.GetFullPath(parsed.GetValue(folder)!),
            Server = parsed.GetValue(server),
            HotChocolateServer = parsed.GetValue(otherServer),
            HotChocolatePeerFolder = parsed.GetValue(peer),
            Participations = parsed.GetValue(participations),
            Parts = parsed.GetValue(only)!,
            Page = parsed.GetValue(page),
        }.RunAsync());
        return command;
    }
}
