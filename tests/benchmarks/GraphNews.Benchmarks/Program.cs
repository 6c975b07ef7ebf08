using System.Diagnostics;
using GraphNews.Benchmarks;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Imports;
using GraphNews.Storage.Sqlite;

// Usage: GraphNews.Benchmarks [records] [--import-only]
// Imports a generated bundle into an empty graph, then inserts the very same rows into the same tables with plain ADO.NET.
// Usage: GraphNews.Benchmarks records --bundle path
// Only writes that bundle, for the import verb.
// Usage: GraphNews.Benchmarks participations --path
// Asks a generated graph for chains between officials, beside recursive SQL, and for far pages, beside first ones.
// Usage: GraphNews.Benchmarks seconds --answers
// Asks a server the same again and again, beside an endpoint that only writes the same bytes; each measure takes so many seconds.
var records = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 20_000;
if (args is [_, "--bundle", var target])
{
    GeneratedBundle.Write(target, records);
    return;
}

if (args is [_, "--bare", var served])
{
    await BareEndpoint.RunAsync(served);
    return;
}

var folder = Directory.CreateTempSubdirectory("graphnews-benchmark-").FullName;
try
{
    if (args.Contains("--answers"))
    {
        await AnswerBenchmark.RunAsync(records, folder);
        return;
    }

    if (args.Contains("--path"))
    {
        await QuestionBenchmark.RunAsync(records, folder);
        return;
    }

    var bundle = Path.Combine(folder, "bundle.jsonl");
    GeneratedBundle.Write(bundle, records);
    Console.WriteLine($"{records} records, {new FileInfo(bundle).Length / 1_000_000} MB.");

    var imported = $"Data Source={Path.Combine(folder, "imported.db")}";
    using (var storage = new SqliteGraphStorage(imported))
    {
        await storage.OpenAsync(default);
        await WarmUpAsync(folder);
        var importer = new Importer(new GraphWriter(storage, TimeProvider.System));
        var first = await TimeAsync("import", () => ImportAsync(importer, bundle));
        await TimeAsync("import again", () => ImportAsync(importer, bundle));
        Console.WriteLine($"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
        if (args.Contains("--import-only")) return;

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
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// What is compiled once is no part of the comparison.
static async Task WarmUpAsync(string folder)
{
    var bundle = Path.Combine(folder, "warm-up.jsonl");
    GeneratedBundle.Write(bundle, 3000);
    using var storage = new SqliteGraphStorage($"Data Source={Path.Combine(folder, "warm-up.db")}");
    await storage.OpenAsync(default);
    await ImportAsync(new Importer(new GraphWriter(storage, TimeProvider.System)), bundle);
}

static async Task<string> ImportAsync(Importer importer, string bundle)
{
    var report = await importer.RunAsync(await BundleSource.OpenAsync(bundle, null, null, default), new ImportOptions(), default);
    return $"{report.Created} created, {report.Unchanged} unchanged, {report.Rejected} rejected, version {report.Version}";
}

static async Task<(double Elapsed, double Processor)> TimeAsync(string what, Func<Task<string>> run)
{
    var (watch, used) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
    var result = await run();
    var processor = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds;
    Console.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.00} s, of the processor {processor:0.00} s {result}");
    return (watch.Elapsed.TotalSeconds, processor);
}
