using System.CommandLine;
using System.Globalization;

namespace GraphNews.Benchmarks;

/// <summary>The verbs that measure GraphNews by itself, or beside plain SQL in the same process.</summary>
internal static class OwnVerbs
{
    public static Command Imports()
    {
        var records = new Argument<int>("records") { Description = "How many records the bundle has.", DefaultValueFactory = _ => 20_000 };
        var importOnly = new Option<bool>("--import-only") { Description = "Leave out the plain insert of the same rows." };
        var command = new Command("imports", "Import a generated bundle, beside a plain insert of the same rows.") { records, importOnly };
        command.SetAction((parsed, _) => InFolderAsync(folder => ImportBenchmark.RunAsync(parsed.GetValue(records), folder, parsed.GetValue(importOnly))));
        return command;
    }

    public static Command Bundle()
    {
        var records = new Argument<int>("records") { Description = "How many records it has." };
        var path = new Argument<string>("path") { Description = "The file." };
        var command = new Command("bundle", "Only write that bundle, for the verb import of the server.") { records, path };
        command.SetAction(parsed => GeneratedBundle.Write(parsed.GetValue(path)!, parsed.GetValue(records)));
        return command;
    }

    public static Command Exports()
    {
        var participations = new Argument<int>("participations") { Description = "The size of the larger of two generated graphs; the other is a fifth of it.", DefaultValueFactory = _ => 100_000 };
        var of = new Option<string?>("--of") { Description = "A bundle, or a mapping such as samples/uk-ministers/mapping.yml, that is imported and exported instead." };
        var server = new Option<string?>("--server") { Description = "A folder with a published GraphNews to measure instead of this repository's." };
        var command = new Command("exports", "Run the verb export in each format, beside the bundle.") { participations, of, server };
        command.SetAction((parsed, _) => InFolderAsync(async folder =>
        {
            var published = parsed.GetValue(server) ?? Path.Combine(folder, "server");
            if (parsed.GetValue(server) is null) await PublishedPrograms.PublishProjectAsync("src/GraphNews.Server", published);
            var benchmark = new ExportBenchmark(Path.Combine(published, "GraphNews.Server"), folder);
            if (parsed.GetValue(of) is { } file)
            {
                await benchmark.RunAsync([(Path.GetFileName(file), await benchmark.ImportAsync(file))]);
                return;
            }

            var graphs = new GraphFolder(folder);
            var sizes = new[] { parsed.GetValue(participations) / 5, parsed.GetValue(participations) };
            var made = new List<(string Name, string Connection)>();
            foreach (var size in sizes) made.Add((string.Create(CultureInfo.InvariantCulture, $"{size:N0} participations"), await graphs.SqliteAsync(size)));
            await benchmark.RunAsync(made);
        }));
        return command;
    }

    public static Command Questions()
    {
        var participations = new Argument<int>("participations") { Description = "The size of the graph." };
        var command = new Command("questions", "Ask for chains between officials, beside recursive SQL, and for far pages, beside first ones.") { participations };
        command.SetAction((parsed, _) => InFolderAsync(folder => QuestionBenchmark.RunAsync(parsed.GetValue(participations), folder)));
        return command;
    }

    private static async Task InFolderAsync(Func<string, Task> run)
    {
        var folder = Directory.CreateTempSubdirectory("graphnews-benchmark-").FullName;
        try
        {
            await run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
