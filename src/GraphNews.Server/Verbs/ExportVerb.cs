using System.CommandLine;
using System.Globalization;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Storage;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>export</c>: writes the graph as a bundle.</summary>
internal static class ExportVerb
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "The bundle's file, which is replaced when the export is whole; - for the standard output." };
        var settings = ServeVerb.Settings();
        var verb = new Command(
            "export",
            """
            Writes the graph as a bundle, one version of it, while others may go on writing. The same graph gives the same bytes.

            Examples:
              GraphNews.Server export graph.jsonl
              GraphNews.Server export - "--ConnectionStrings:Graph=Data Source=ministers.db" | gzip > ministers.jsonl.gz
            """)
        {
            path, settings,
        };
        verb.SetAction((parsed, cancel) => GraphTask.RunAsync(
            parsed.GetValue(settings)!,
            services => RunAsync(new BundleExport(services.GetRequiredService<IGraphStorage>()), parsed.GetValue(path)!, cancel),
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(BundleExport export, string path, CancellationToken cancel)
    {
        if (path == StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            await WriteAsync(export, output, cancel);
            return ExitCodes.Done;
        }

        var unfinished = $"{path}.unfinished";
        try
        {
            ExportReport report;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 17, useAsync: true))
                report = await WriteAsync(export, file, cancel);
            File.Move(unfinished, path, overwrite: true);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {report.Records:N0} records, version {report.Version}").AsMemory(), cancel);
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} cannot be written: {e.Message}".AsMemory(), cancel);
            return ExitCodes.File;
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(unfinished)))) File.Delete(unfinished);
        }
    }

    private static Task<ExportReport> WriteAsync(BundleExport export, Stream output, CancellationToken cancel)
        => ConsoleProgress.RunAsync(steps => export.WriteAsync(output, new Steps(steps), cancel));

    private sealed class Steps(IProgress<ConsoleProgress.Step> console) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => console.Report(new ConsoleProgress.Step("Writing", value.Done, value.Total, "records"));
    }
}
