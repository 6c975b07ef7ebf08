using GraphNews.Graph.Officials;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_reader_sees_its_version_while_a_writer_commits_the_next()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "first" }));

        await using var reader = await graph.Storage.BeginReadAsync(default);
        Assert.Equal(1, await VersionAsync(reader));
        Assert.Equal(2, await graph.WriteAsync(edit => edit.Add(new Official { Slug = "second" })));
        Assert.Equal(3, await graph.WriteAsync(async edit => (await edit.Context.Officials.SingleAsync(o => o.Slug == "first")).Slug = "third"));

        Assert.Equal(1, await VersionAsync(reader));
        Assert.Equal(["first"], await SlugsAsync(reader));
        await using var later = await graph.Storage.BeginReadAsync(default);
        Assert.Equal(3, await VersionAsync(later));
        Assert.Equal(["second", "third"], await SlugsAsync(later));
    }

    [Fact]
    public async Task A_reader_does_not_wait_for_a_writer_and_sees_nothing_that_is_not_committed()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            edit.Add(new Official { Slug = "first" });
            await edit.SaveAsync(default);
            await using var reader = await graph.Storage.BeginReadAsync(default);
            Assert.Equal(0, await VersionAsync(reader));
            Assert.Empty(await SlugsAsync(reader));
        });
    }

    [Fact]
    public async Task A_snapshot_begins_with_its_first_read()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var reader = await graph.Storage.BeginReadAsync(default);
        await graph.WriteAsync(edit => edit.Add(new Official()));

        Assert.Equal(1, await VersionAsync(reader));
    }

    [Fact]
    public async Task A_snapshot_tracks_nothing_and_its_commands_may_be_written_by_hand()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "first" }));
        await using var reader = await graph.Storage.BeginReadAsync(default);
        await reader.Context.Officials.SingleAsync();
        Assert.Empty(reader.Context.ChangeTracker.Entries());

        await using var command = reader.Connection.CreateCommand();
        command.Transaction = reader.Transaction;
        command.CommandText = "SELECT \"Slug\" FROM \"Officials\"";
        Assert.Equal("first", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Keys_travel_as_one_parameter_however_many_they_are()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.Equal(Sql([1L]), Sql([1L, 2, 3, 4, 5]));

        string Sql(long[] keys) => context.Officials.Where(o => keys.Contains(o.Id)).ToQueryString().Split('\n').Single(line => line.StartsWith("WHERE", StringComparison.Ordinal));
    }

    private static Task<long> VersionAsync(GraphSnapshot snapshot) => snapshot.Context.GraphStates.Select(g => g.Version).SingleAsync();

    private static Task<List<string>> SlugsAsync(GraphSnapshot snapshot) => snapshot.Context.Officials.Select(o => o.Slug).OrderBy(s => s).ToListAsync();
}
