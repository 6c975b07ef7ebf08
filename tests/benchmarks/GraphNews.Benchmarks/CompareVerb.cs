using System.CommandLine;

namespace GraphNews.Benchmarks;

/// <summary>The verb that measures GraphNews beside the limit and beside its peers.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var isShort = new Option<bool>("--short") { Description = "Fewer and shorter rounds: ten minutes instead of half an hour." };
        var folder = new Option<string>("--folder")
        {
            Description = "Where graphs and published programs are kept; graphs that are there are used again.",
            DefaultValueFactory = _ => Path.Combine(PublishedPrograms.Repository, "artifacts", "benchmarks"),
        };
        var server = new Option<string?>("--server") { Description = "A folder with a published GraphNews to measure instead of this repository's." };
        var participations = new Option<int>("--participations") { Description = "The size of the largest graph.", DefaultValueFactory = _ => 1_000_000 };
        var only = new Option<string[]>("--only") { Description = "Which parts: sqlite.", DefaultValueFactory = _ => ["sqlite"], AllowMultipleArgumentsPerToken = true };
        var command = new Command("compare", "Measure GraphNews over HTTP beside the limit and beside its peers.") { isShort, folder, server, participations, only };
        command.SetAction((parsed, _) => new Comparison
        {
            IsShort = parsed.GetValue(isShort),
            Folder = Path.GetFullPath(parsed.GetValue(folder)!),
            Server = parsed.GetValue(server),
            Participations = parsed.GetValue(participations),
            Parts = parsed.GetValue(only)!,
        }.RunAsync());
        return command;
    }
}
