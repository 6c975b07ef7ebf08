using System.Globalization;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Topics;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Backups;

/// <summary>Copies of a graph in a file, and what becomes of them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_backup_under_write_load_restores_to_exactly_one_version()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var end = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(number => Task.Run(() => WritePairsAsync(graph, number, end.Token))).ToArray();
        var random = new Random(2030);
        var versions = new List<long>();
        for (var i = 0; i < (Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1" ? 100 : 6); i++)
        {
            await Task.Delay(random.Next(40));
            var copy = _folder.File($"{i}.db");
            var version = await Backup(graph).BackUpAsync(copy, default);
            Assert.Equal(version, await RestoredAsync(copy, _folder.File($"restored-{i}.db")));
            versions.Add(version);
        }

        await end.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(versions.Order(), versions);
        Assert.True(versions.Distinct().Count() > 1, "No write came between two backups.");
    }

    [Fact]
    public async Task What_was_there_is_set_aside_and_can_be_restored_in_turn()
    {
        var database = _folder.File("graph.db");
        using var storage = new SqliteGraphStorage($"Data Source={database}");
        await using (var graph = await TestGraph.CreateWithCountriesAsync()) await Backup(graph).BackUpAsync(_folder.File("countries.db"), default);
        await using (var graph = await TestGraph.CreateWithSampleAsync()) await Backup(graph).BackUpAsync(_folder.File("sample.db"), default);

        Assert.Equal(new RestoredGraph(2, null), await storage.RestoreAsync(_folder.File("sample.db"), replace: false, default));
        Assert.Contains("Give --replace", await RefusedAsync(() => storage.RestoreAsync(_folder.File("countries.db"), replace: false, default)), StringComparison.Ordinal);
        Assert.Equal(new RestoredGraph(1, $"{database}.replaced-1"), await storage.RestoreAsync(_folder.File("countries.db"), replace: true, default));
        Assert.Equal(new RestoredGraph(2, $"{database}.replaced-2"), await storage.RestoreAsync($"{database}.replaced-1", replace: true, default));
    }

    [Fact]
    public async Task A_graph_that_somebody_has_open_is_not_replaced()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var copy = _folder.File("copy.db");
        await Backup(graph).BackUpAsync(copy, default);
        using (var server = new SqliteGraphStorage(graph.ConnectionString))
        {
            await server.OpenAsync(default);
            Assert.Contains("is in use", await RefusedAsync(() => Backup(graph).RestoreAsync(copy, replace: true, default)), StringComparison.Ordinal);
            Assert.False(Path.Exists($"{graph.Path}.replaced-1"));
        }

        Assert.Equal(1, (await Backup(graph).RestoreAsync(copy, replace: true, default)).Version);
    }

    [Fact]
    public async Task A_damaged_graph_is_set_aside_for_its_backup()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var copy = _folder.File("copy.db");
        await Backup(graph).BackUpAsync(copy, default);
        var bytes = await File.ReadAllBytesAsync(graph.Path);
        bytes.AsSpan(100).Fill(7);
        await File.WriteAllBytesAsync(graph.Path, bytes);

        Assert.Contains("is damaged", await RefusedAsync(() => Backup(graph).BackUpAsync(_folder.File("another.db"), default)), StringComparison.Ordinal);
        Assert.Equal(1, (await Backup(graph).RestoreAsync(copy, replace: true, default)).Version);
        Assert.Equal(bytes, await File.ReadAllBytesAsync($"{graph.Path}.replaced-1"));
    }

    [Fact]
    public async Task What_is_no_whole_backup_of_ours_is_refused_and_nothing_changes()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var copy = _folder.File("copy.db");
        await Backup(graph).BackUpAsync(copy, default);
        var bytes = await File.ReadAllBytesAsync(copy);
        await File.WriteAllBytesAsync(_folder.File("half.db"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(_folder.File("notes.txt"), "Remember to make a backup.");

        Assert.Contains("damaged", await RefusedAsync(() => Backup(graph).RestoreAsync(_folder.File("half.db"), replace: true, default)), StringComparison.Ordinal);
        Assert.Contains("not a SQLite database", await RefusedAsync(() => Backup(graph).RestoreAsync(_folder.File("notes.txt"), replace: true, default)), StringComparison.Ordinal);
        Assert.Contains("There is no database", await RefusedAsync(() => Backup(graph).RestoreAsync(_folder.File("none.db"), replace: true, default)), StringComparison.Ordinal);
        Assert.Contains("exists", await RefusedAsync(() => Backup(graph).BackUpAsync(copy, default)), StringComparison.Ordinal);
        Assert.Contains("does not exist", await RefusedAsync(() => Backup(graph).BackUpAsync(Path.Combine(_folder.Path, "none", "copy.db"), default)), StringComparison.Ordinal);
        Assert.Equal(["graph.db"], Directory.EnumerateFiles(Path.GetDirectoryName(graph.Path)!).Select(Path.GetFileName).Where(name => !name!.EndsWith("-wal", StringComparison.Ordinal) && !name.EndsWith("-shm", StringComparison.Ordinal)));
    }

    private static IGraphBackup Backup(TestGraph graph) => (IGraphBackup)graph.Storage;

    private static async Task<string> RefusedAsync(Func<Task> attempt)
        => (await Assert.ThrowsAsync<GraphStartupException>(attempt)).Message;

    /// <summary>Each write adds two nodes of one number: half a write would show as a number that stands alone.</summary>
    private static async Task WritePairsAsync(TestGraph graph, int writer, CancellationToken end)
    {
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var slug = string.Create(CultureInfo.InvariantCulture, $"pair-{writer}-{number}");
            await graph.WriteAsync(edit =>
            {
                edit.Add(new Official { Slug = $"{slug}-official" });
                edit.Add(new Topic { Slug = $"{slug}-topic" });
            });
        }
    }

    private static async Task<long> RestoredAsync(string copy, string place)
    {
        using var storage = new SqliteGraphStorage($"Data Source={place}");
        var restored = await storage.RestoreAsync(copy, replace: false, default);
        await storage.OpenAsync(default);
        await using var graph = storage.CreateContext();

        // The versions of the log are all there, and nothing is of a later one.
        var versions = await graph.Changes.OrderBy(change => change.Version).Select(change => change.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)restored.Version).Select(version => (long)version), versions);
        Assert.Equal(restored.Version, await graph.GraphStates.Select(state => state.Version).SingleAsync());
        Assert.Equal(0, await graph.Nodes.CountAsync(node => node.CreatedVersion > restored.Version));
        Assert.Equal(
            await graph.Officials.Where(official => official.Slug.StartsWith("pair-")).Select(official => official.Slug.Replace("-official", "")).Order().ToListAsync(),
            await graph.Topics.Where(topic => topic.Slug.StartsWith("pair-")).Select(topic => topic.Slug.Replace("-topic", "")).Order().ToListAsync());

        // And it goes on from there.
        Assert.Equal(
            restored.Version + 1,
            await new GraphWriter(storage, TimeProvider.System).WriteAsync(new ChangeOrigin("test"), (edit, _) => Task.FromResult(edit.Add(new Topic { Slug = "afterwards" })), default));
        return restored.Version;
    }
}
