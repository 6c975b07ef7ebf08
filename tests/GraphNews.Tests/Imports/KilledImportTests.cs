using System.Diagnostics;
using GraphNews.Graph.Exports;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Imports;

/// <summary>The real executable, killed while it imports: three times, or twenty where <c>GRAPHNEWS_LONG</c> is set.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Records = 4000;

    private readonly TemporaryFolder _folder = new();

    private static int Times => Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") is "1" ? 20 : 3;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_import_leaves_a_valid_version_and_the_next_run_ends_as_if_nothing_had_been()
    {
        var bundle = _folder.File("bundle.jsonl");
        await File.WriteAllLinesAsync(bundle, Lines());
        var watch = Stopwatch.StartNew();
        await RunAsync(bundle, "whole.db", null);
        var whole = watch.Elapsed;
        var undisturbed = await ExportAsync("whole.db");

        var random = new Random(20250128);
        for (var i = 0; i < Times; i++)
        {
            await RunAsync(bundle, "killed.db", whole * (0.2 + (random.NextDouble() * 0.8)));
            await AssertValidAsync("killed.db");
        }

        await RunAsync(bundle, "killed.db", null);
        Assert.Equal(undisturbed, await ExportAsync("killed.db"));
    }

    /// <summary>Agencies that are each a part of an earlier one, and posts at agencies anywhere in the file.</summary>
    private static IEnumerable<string> Lines()
    {
        yield return Bundle.Header;
        for (var i = 0; i < Records / 2; i++)
        {
            var parent = i == 0 ? "" : $$$""","parent":{"key":"a{{{i / 2}}}"}""";
            yield return $$$"""{"type":"Agency","key":"a{{{i}}}","names":[{"value":"Agency {{{i}}}","language":"en","statedBy":"test"}]{{{parent}}}}""";
            yield return $$$"""{"type":"Post","key":"p{{{i}}}","agency":{"key":"a{{{i * 7 % (Records / 2)}}}"}}""";
        }
    }

    private async Task RunAsync(string bundle, string database, TimeSpan? kill)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "GraphNews.Server.dll"), "import", bundle, $"--ConnectionStrings:Graph=Data Source={_folder.File(database)}"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (kill is { } after)
        {
            // SIGKILL.
            if (!process.WaitForExit(after)) process.Kill();
            await process.WaitForExitAsync();
            return;
        }

        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await output}{await error}");
    }

    private async Task AssertValidAsync(string database)
    {
        if (!File.Exists(_folder.File(database))) return;

        using var storage = new SqliteGraphStorage($"Data Source={_folder.File(database)}");
        await storage.OpenAsync(default);
        await using var graph = storage.CreateContext();
        var version = (await graph.GraphStates.SingleAsync()).Version;
        Assert.Equal(version, await graph.Changes.CountAsync());
        Assert.Equal(await graph.ImportedRecords.CountAsync(), await graph.Agencies.CountAsync() + await graph.Posts.CountAsync());
        Assert.Equal(0, await graph.ImportedRecords.CountAsync() % 1000);
    }

    private async Task<string> ExportAsync(string database)
    {
        using var storage = new SqliteGraphStorage($"Data Source={_folder.File(database)}");
        using var bytes = new MemoryStream();
        await new BundleExport(storage).WriteAsync(bytes, null, default);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
