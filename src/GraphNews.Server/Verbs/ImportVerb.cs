using System.CommandLine;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Imports.FollowTheMoney;
using GraphNews.Graph.Mappings;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>import</c>: brings files into the graph, and says what became of them.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Bundles, FollowTheMoney entities, and mappings of CSV files (.yml), imported one after another; and settings of this run, --Name=value.",
            Arity = ArgumentArity.OneOrMore,
        };
        var source = new Option<string?>("--source") { Description = "What the source of a bundle or of entities is called; without it what a bundle's header says, or the file's name." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell all, write nothing. Other writers wait meanwhile." };
        var retract = new Option<bool>("--retract-missing") { Description = "Retract what earlier runs of the source had and it has no longer." };
        var report = new Option<string?>("--report") { Description = "A file that gets one line of JSON for each record: what became of it, and why; and for each notice on the way to a record." };
        var verb = new Command(
            "import",
            """
            Imports bundles, CSV files with a mapping, and FollowTheMoney entities, one a line. What is wrong is left out, with its
            file, line and reason, and written to <path>.rejects.jsonl, to be mended and imported. The same file again changes nothing.

            Examples:
              GraphNews.Server import samples/madrid-2025/graph.jsonl
              GraphNews.Server import --dry-run --report report.jsonl samples/uk-ministers/mapping.yml
              GraphNews.Server import --source peps entities.ftm.json
              GraphNews.Server import --retract-missing ministers.jsonl "--ConnectionStrings:Graph=Data Source=ministers.db"
            """)
        {
            paths, source, dryRun, retract, report,
        };
        verb.SetAction((parsed, cancel) =>
        {
            var words = parsed.GetValue(paths)!;
            var files = words.Where(word => !ServeVerb.IsSetting(word)).ToList();
            var options = new ImportOptions { IsDryRun = parsed.GetValue(dryRun), RetractMissing = parsed.GetValue(retract) };
            return GraphTask.RunAsync(
                [.. words.Where(ServeVerb.IsSetting)],
                services => RunAsync(new Importer(services.GetRequiredService<GraphWriter>()), files, parsed.GetValue(source), options, parsed.GetValue(report), cancel),
                cancel);
        });
        paths.Validators.Add(result =>
        {
            if (result.Tokens.All(token => ServeVerb.IsSetting(token.Value))) result.AddError("Name at least one file to import.");
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !ServeVerb.IsSetting(token.Value)))
                result.AddError($"\"{token.Value}\" is no option of import. Settings read --Name=value; import --help lists the options.");
        });
        return verb;
    }

    private static async Task<int> RunAsync(Importer importer, List<string> files, string? sourceKey, ImportOptions options, string? reportPath, CancellationToken cancel)
    {
        var code = ExitCodes.Done;
        try
        {
            await using var report = reportPath is null ? null : new StreamWriter(reportPath);
            foreach (var file in files)
            {
                if (await ImportAsync(importer, file, sourceKey, options, report, cancel) > 0) code = ExitCodes.Rejects;
            }
        }
        catch (Exception e) when (e is BundleException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Nothing more was imported. {e.Message}".AsMemory(), cancel);
            return ExitCodes.File;
        }

        return code;
    }

    /// <summary>Imports a file and tells what became of it; gives the number of rejects.</summary>
    private static async Task<int> ImportAsync(
        Importer importer, string file, string? sourceKey, ImportOptions options, TextWriter? report, CancellationToken cancel)
    {
        var source = await OpenAsync(file, sourceKey, cancel);
        var rejects = $"{file}.rejects.jsonl";
        var printed = new ImportPrinting(report);
        if (source is INoticingSource noticing) noticing.Noticed = printed.Take;
        var result = await ConsoleProgress.RunAsync(steps => importer.RunAsync(
            source,
            options with { RejectsPath = rejects, Item = printed.Take, Progress = new Steps(steps) },
            cancel));
        await Console.Out.WriteAsync(printed.Summary(file, source, result, options, rejects).AsMemory(), cancel);
        foreach (var line in (source as INoticingSource)?.Summary ?? []) await Console.Out.WriteLineAsync($"  {line}".AsMemory(), cancel);
        return result.Rejected;
    }

    /// <summary>The records of a file, by what it is.</summary>
    private static async Task<IRecordSource> OpenAsync(string file, string? sourceKey, CancellationToken cancel)
        => CsvRecordSource.IsMapping(file) ? CsvRecordSource.Open(file)
            : await FollowTheMoneySource.IsAsync(file, cancel) ? new FollowTheMoneySource(file, sourceKey)
            : await BundleSource.OpenAsync(file, sourceKey, actor: null, cancel);

    private sealed class Steps(IProgress<ConsoleProgress.Step> console) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => console.Report(value.Step == ImportStep.Reading
            ? new ConsoleProgress.Step("Reading", value.Done, value.Total, ConsoleProgress.Bytes)
            : new ConsoleProgress.Step("Writing", value.Done, value.Total, "records"));
    }
}
