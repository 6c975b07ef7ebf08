using System.Diagnostics;
using System.Globalization;

namespace GraphNews.Benchmarks;

/// <summary>
/// Runs the verb <c>export</c> as users do, in a process of its own: each format in turns with the bundle. Prints what each took of the
/// processor, how many times that of the bundle, and the most memory that it had at once, for graphs of several sizes.
/// </summary>
/// <param name="program">The server's program.</param>
/// <param name="folder">Where exports are written to.</param>
internal sealed class ExportBenchmark(string program, string folder)
{
    private const string Bundle = "bundle";
    private const int Rounds = 3;

    private static readonly string[] Formats = [Bundle, "followthemoney", "popolo", "graphml", "gexf", "csv"];

    /// <summary>Exports graphs.</summary>
    /// <param name="graphs">What each is called, and its connection string.</param>
    public async Task RunAsync(IReadOnlyList<(string Name, string Connection)> graphs)
    {
        Console.WriteLine(Machine.Describe());
        foreach (var (name, connection) in graphs)
        {
            var runs = new List<(string Format, ProcessUse Use, long Size)>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var format in Formats) runs.Add((format, await ExportAsync(format, connection), SizeOf(PathOf(format))));
            }

            Console.WriteLine();
            Console.WriteLine($"| {name} | processor time | to the bundle's | peak memory | size |");
            Console.WriteLine("| --- | --- | --- | --- | --- |");
            var bundle = Seconds(runs, Bundle);
            foreach (var format in Formats)
            {
                var own = runs.Where(run => run.Format == format).ToList();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{format}` | {Seconds(runs, format):0.0} s | {Seconds(runs, format) / bundle:0.00} | {own.Max(run => run.Use.PeakBytes) / 1e6:0} MB | {own[0].Size / 1e6:0} MB |"));
            }
        }
    }

    /// <summary>Imports a file into a new graph; gives its connection string.</summary>
    public async Task<string> ImportAsync(string file)
    {
        var connection = $"Data Source={Path.Combine(folder, "imported.db")}";
        await RunAsync("import", Path.GetFullPath(file), $"--ConnectionStrings:Graph={connection}");
        return connection;
    }

    private Task<ProcessUse> ExportAsync(string format, string connection)
        => RunAsync("export", PathOf(format), "--format", format, $"--ConnectionStrings:Graph={connection}");

    private string PathOf(string format) => Path.Combine(folder, format);

    private static double Seconds(IEnumerable<(string Format, ProcessUse Use, long Size)> runs, string format)
        => Medians.Of(runs.Where(run => run.Format == format).Select(run => run.Use.Processor.TotalSeconds));

    private static long SizeOf(string path)
        => File.Exists(path) ? new FileInfo(path).Length : new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length);

    private async Task<ProcessUse> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var use = new ProcessUse(TimeSpan.Zero, 0);
        while (!ended.IsCompleted)
        {
            // What it has used is gone with it: the last look counts.
            if (ProcessUse.TryOf(process.Id) is { } seen) use = seen;
            await Task.WhenAny(ended, Task.Delay(20));
        }

        return process.ExitCode == 0
            ? use
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
    }
}
