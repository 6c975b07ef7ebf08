using System.CommandLine;

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
