using System.CommandLine;
using System.Globalization;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Walk;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>export</c>: writes the graph as a bundle, or in a format of others.</summary>
internal static class ExportVerb
{
    private const string Bundle = "bundle";

    private static readonly Dictionary<string, ForeignFormat> Formats = new(StringComparer.Ordinal)
    {
        ["followthemoney"] = ForeignFormat.FollowTheMoney, ["popolo"] = ForeignFormat.Popolo, ["graphml"] = ForeignFormat.GraphMl,
        ["gexf"] = ForeignFormat.Gexf, ["csv"] = ForeignFormat.Csv,
    };

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "The file, which is replaced when the export is whole; - for the standard output. For csv a folder." };
        var format = new Option<string>("--format") { Description = "How it is written. docs/formats.md says what each format holds, and what it cannot.", DefaultValueFactory = _ => Bundle };
        var where = new Option<string?>("--where")
        {
            Description = "Which nodes: by list a filter as the list takes it in GraphQL, as JSON or as GraphQL writes it. Not for bundles, which are whole.",
        };
        var mark = new Option<bool>("--bom") { Description = "For csv in spreadsheets: a byte order mark, and an apostrophe before what a spreadsheet would compute." };
        format.AcceptOnlyFromAmong([Bundle, .. Formats.Keys]);
        var settings = ServeVerb.Settings();
        var verb = new Command(
            "export",
            """
            Writes one version of the graph, while others may go on writing: as a bundle, which holds all, or in a format of others, and
            tells what that has no place for. The same graph gives the same bytes.

            Examples:
              GraphNews.Server export graph.jsonl
              GraphNews.Server export - "--ConnectionStrings:Graph=Data Source=ministers.db" | gzip > ministers.jsonl.gz
              GraphNews.Server export met-2012.gexf --format gexf --where '{ meetings: { starts: { during: "2012" } } }'
              GraphNews.Server export tables --format csv --bom
            """)
        {
            path, format, where, mark, settings,
        };
        verb.Validators.Add(result =>
        {
            // A format that is none is refused by itself, and has no value then.
            var name = result.GetResult(format) is { Tokens: [var given] } ? given.Value : Bundle;
            if (name == Bundle && result.GetValue(where) is not null) result.AddError("A bundle is the whole graph: --where goes with the other formats.");
            if (name != "csv" && result.GetValue(mark)) result.AddError("--bom goes with --format csv: the other formats are not for spreadsheets.");
            if (name == "csv" && result.GetValue(path) == ExportedFiles.StandardOutput) result.AddError("csv is a file for each kind: name a folder, not the standard output.");
        });
        verb.SetAction((parsed, cancel) =>
        {
            var name = parsed.GetValue(format)!;
            var files = new ExportedFiles(parsed.GetValue(path)!, isFolder: name == "csv");
            return GraphTask.RunAsync(
                parsed.GetValue(settings)!,
                services => RunAsync(files, Export(services, files, name, parsed.GetValue(where), parsed.GetValue(mark)), cancel),
                cancel);
        });
        return verb;
    }

    private static Func<IProgress<(long Done, long Total)>, CancellationToken, Task<ExportReport>> Export(
        IServiceProvider services, ExportedFiles files, string name, string? where, bool hasMark)
    {
        var storage = services.GetRequiredService<IGraphStorage>();
        if (name != Bundle)
        {
            var export = new FormatExport(storage, services.GetRequiredService<SchemaBinding>(), services.GetRequiredService<WalkOptions>());
            return (progress, cancel) => export.WriteAsync(new FormatOptions(Formats[name], where, hasMark), files.Open, progress, cancel);
        }

        return async (progress, cancel) =>
        {
            await using var output = files.Open("");
            return await new BundleExport(storage).WriteAsync(output, progress, cancel);
        };
    }

    private static async Task<int> RunAsync(
        ExportedFiles files, Func<IProgress<(long Done, long Total)>, CancellationToken, Task<ExportReport>> export, CancellationToken cancel)
    {
        try
        {
            var report = await ConsoleProgress.RunAsync(steps => export(new Steps(steps), cancel));
            if (files.Keep())
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{files.Path}: {report.Records:N0} records, version {report.Version}").AsMemory(), cancel);
            if (report.Losses.Count > 0) await Console.Error.WriteLineAsync("Left out, for the format has no place for it; docs/formats.md tells of it:".AsMemory(), cancel);
            foreach (var loss in report.Losses) await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{loss.Count,12:N0} {loss.What}").AsMemory(), cancel);
            return ExitCodes.Done;
        }
        catch (GraphException refusal)
        {
            await Console.Error.WriteLineAsync($"Nothing was exported. {refusal.Message}".AsMemory(), cancel);
            return ExitCodes.CommandLine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{files.Path} cannot be written: {e.Message}".AsMemory(), cancel);
            return ExitCodes.File;
        }
        finally
        {
            files.Discard();
        }
    }

    private sealed class Steps(IProgress<ConsoleProgress.Step> console) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => console.Report(new ConsoleProgress.Step("Writing", value.Done, value.Total, "records"));
    }
}
