using GraphNews.Graph.Storage;
using GraphNews.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.Storage;

/// <summary>The commands of a connection that stays open.</summary>
public sealed class KeptCommandsTests
{
    [Fact]
    public void The_one_that_was_not_used_for_the_longest_time_makes_room()
    {
        using var kept = new KeptCommands();
        var statements = Enumerable.Range(0, 201).Select(_ => new object()).ToList();
        foreach (var statement in statements.Take(200)) kept.Keep(statement, new SqliteCommand());

        Assert.NotNull(kept.Find(statements[0]));
        kept.Keep(statements[200], new SqliteCommand());

        Assert.NotNull(kept.Find(statements[0]));
        Assert.Null(kept.Find(statements[1]));
        Assert.NotNull(kept.Find(statements[200]));
    }

    [Fact]
    public void One_that_failed_is_given_up()
    {
        using var kept = new KeptCommands();
        var statement = new object();
        kept.Keep(statement, new SqliteCommand());

        kept.Drop(statement);

        Assert.Null(kept.Find(statement));
    }

    [Fact]
    public async Task A_reader_gets_a_connection_that_another_has_given_back()
    {
        // Providers of servers keep connections and commands themselves.
        if (TestDatabase.Product != TestProduct.Sqlite) return;

        await using var graph = await TestGraph.CreateAsync();
        var first = await graph.Storage.BeginReadAsync(default);
        var connection = first.Connection;
        await first.DisposeAsync();

        await using var second = await graph.Storage.BeginReadAsync(default);
        await using var third = await graph.Storage.BeginReadAsync(default);
        await first.DisposeAsync();
        await using var fourth = await graph.Storage.BeginReadAsync(default);

        Assert.Same(connection, second.Connection);
        Assert.DoesNotContain(connection, new[] { third.Connection, fourth.Connection });
    }

    [Fact]
    public async Task A_reader_waits_for_another_that_ends_soon_and_for_no_other()
    {
        if (TestDatabase.Product != TestProduct.Sqlite) return;

        await using var graph = await TestGraph.CreateAsync();
        var reading = new List<GraphSnapshot>();
        for (var i = 0; i < SqliteReaders.Most; i++) reading.Add(await graph.Storage.BeginReadAsync(default));

        var waiting = graph.Storage.BeginReadAsync(default).AsTask();
        Assert.False(waiting.IsCompleted);
        await reading[0].DisposeAsync();
        await using (var waited = await waiting) Assert.Same(reading[0].Connection, waited.Connection);

        // All are in use again, and none ends.
        reading[0] = await graph.Storage.BeginReadAsync(default);
        await using (var another = await graph.Storage.BeginReadAsync(default)) Assert.DoesNotContain(another.Connection, reading.Select(each => each.Connection));
        foreach (var each in reading) await each.DisposeAsync();
    }
}
