using System.Diagnostics;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Imports;
using GraphNews.Storage.Sqlite;

namespace GraphNews.Benchmarks;

/// <summary>Imports a generated bundle into an empty graph, then inserts the very same rows into the same tables with plain ADO.NET.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(int records, string folder, bool importOnly)
    {
        var bundle = Path.Combine(folder, "bundle.jsonl");
        GeneratedBundle.Write(bundle, records);
        Console.WriteLine($"{records} records, {new FileInfo(bundle).Length / 1_000_000} MB.");

        var imported = $"Data Source={Path.Combine(folder, "imported.db")}";
        using var storage = new SqliteGraphStorage(imported);
        await storage.OpenAsync(default);
        await WarmUpAsync(folder);
        var importer = new Importer(new GraphWriter(storage, TimeProvider.System));
        var first = await TimeAsync("import", () => ImportAsync(importer, bundle));
        await TimeAsync("import again", () => ImportAsync(importer, bundle));
        Console.WriteLine($"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        if (importOnly) return;

        var plain = $"Data Source={Path.Combine(folder, "plain.db")}";
        using var other = new SqliteGraphStorage(plain);
        await other.OpenAsync(default);
        var rows = PlainInsert.Read(imported);
        var baseline = await TimeAsync($"plain insert of the same {rows.Sum(table => table.Rows.Count)} rows", () =>
        {
            PlainInsert.Write(plain, rows);
            return Task.FromResult("");
        });
        Console.WriteLine($"The import takes {first.Elapsed / baseline.Elapsed:0.00} times as long, and {first.Processor / baseline.Processor:0.00} times the processor.");
    }

    // What is compiled once is no part of the comparison.
    private static async Task WarmUpAsync(string folder)
    {
        var bundle = Path.Combine(folder, "warm-up.jsonl");
        GeneratedBundle.Write(bundle, 3000);
        using var storage = new SqliteGraphStorage($"Data Source={Path.Combine(folder, "warm-up.db")}");
        await storage.OpenAsync(default);
        await ImportAsync(new Importer(new GraphWriter(storage, TimeProvider.System)), bundle);
    }

    private static async Task<string> ImportAsync(Importer importer, string bundle)
    {
        var report = await importer.RunAsync(await BundleSource.OpenAsync(bundle, null, null, default), new ImportOptions(), default);
        return $"{report.Created} created, {report.Unchanged} unchanged, {report.Rejected} rejected, version {report.Version}";
    }

    private static async Task<(double Elapsed, double Processor)> TimeAsync(string what, Func<Task<string>> run)
    {
        var (watch, used) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var result = await run();
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds;
        Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.00} s, of the processor {processor:0.00} s {result}");
        return (watch.Elapsed.TotalSeconds, processor);
    }
}
