using GraphNews.Graph.Changes;
using GraphNews.Graph.Topics;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.PostgreSql;

/// <summary>PostgreSQL's own backup, as docs/operations.md tells of it.</summary>
public sealed class DumpTests
{
    private static readonly int Restores = Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1" ? 100 : 2;

    [PostgreSqlFact]
    public async Task A_dump_taken_while_others_write_restores_to_exactly_one_version()
    {
        await using var database = await PostgreSqlTestDatabase.CreateAsync(TestContent.Countries, null);
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(new GraphWriter(database.Storage, TimeProvider.System), stop.Token);
        var before = 0L;
        for (var i = 0; i < Restores; i++)
        {
            await Task.Delay(Random.Shared.Next(200));
            var dump = $"dump-{Guid.NewGuid():N}";
            await database.Cluster.RunProgramAsync("pg_dump", "--format=custom", $"--file={dump}", $"--dbname={database.Cluster.Uri(database.Name)}");
            await using var restored = await PostgreSqlTestDatabase.NamedAsync();
            await database.Cluster.AskAsync($"CREATE DATABASE \"{restored.Name}\" ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
            await database.Cluster.RunProgramAsync("pg_restore", "--exit-on-error", "--no-owner", $"--dbname={database.Cluster.Uri(restored.Name)}", dump);

            await restored.Storage.OpenAsync(default);
            var version = await CheckAsync(restored);
            Assert.True(version > before, "Nothing was written meanwhile.");
            before = version;
        }

        await stop.CancelAsync();
        await writing;
    }

    /// <summary>Writes two topics as each version.</summary>
    private static async Task WriteAsync(GraphWriter writer, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            await writer.WriteAsync(
                new ChangeOrigin("test"),
                (edit, _) =>
                {
                    edit.Add(new Topic { Slug = $"first-{i}" });
                    edit.Add(new Topic { Slug = $"second-{i}" });
                    return Task.CompletedTask;
                },
                default);
        }
    }

    /// <summary>The version of a graph that is whole, and goes on from where it stands.</summary>
    private static async Task<long> CheckAsync(PostgreSqlTestDatabase database)
    {
        await using var context = database.Storage.CreateContext();
        var state = await context.GraphStates.SingleAsync();

        // The countries are version 1.
        Assert.Equal(state.Version, await context.Changes.LongCountAsync());
        Assert.Equal(state.Version, await context.Changes.MaxAsync(change => change.Version));
        Assert.Equal(2 * (state.Version - 1), await context.Topics.LongCountAsync());
        Assert.Equal(state.NextNodeId - 1, await context.Nodes.MaxAsync(node => node.Id));
        Assert.Equal(state.Version, await context.Nodes.MaxAsync(node => node.UpdatedVersion));
        await new GraphWriter(database.Storage, TimeProvider.System).WriteAsync(new ChangeOrigin("test"), (edit, _) => Task.FromResult(edit.Add(new Topic { Slug = "later" })), default);
        return state.Version;
    }
}
