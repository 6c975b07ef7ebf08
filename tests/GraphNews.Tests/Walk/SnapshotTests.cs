using GraphNews.Graph;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Storage;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Walk;

public sealed class SnapshotTests
{
    [Fact]
    public async Task A_writer_goes_on_during_a_long_question_which_still_sees_its_one_version()
    {
        await using var graph = await TestGraph.CreateAsync();
        var world = await TestWorld.CreateAsync(graph);
        var storage = new WritingStorage(graph, world);
        using var answers = new GraphAnswers(storage);
        const string Question =
            """
            {
              graph { version counts { kind count } }
              officials { totalCount nodes { slug meetings { totalCount nodes { slug participations { nodes { official { slug } } } } } } }
              all: officials { totalCount }
            }
            """;
        var quiet = (await answers.AskAsync(Question)).ToString();

        storage.WritesWhileReading = true;
        var disturbed = (await answers.AskAsync(Question)).ToString();
        storage.WritesWhileReading = false;

        Assert.Equal(quiet, disturbed);
        Assert.True(storage.Written >= 5, $"{storage.Written} writes were made while the question was answered.");
        var after = await answers.DataAsync("{ graph { version } officials { totalCount } }");
        Assert.Equal(1 + storage.Written, after.GetProperty("officials").GetProperty("totalCount").GetInt32());
    }

    /// <summary>A storage that writes another official through a second connection after each statement that is read.</summary>
    private sealed class WritingStorage(TestGraph graph, TestWorld world) : IGraphStorage
    {
        public bool WritesWhileReading { get; set; }

        public int Written { get; private set; }

        public string Product => graph.Storage.Product;

        public Task OpenAsync(CancellationToken cancel) => graph.Storage.OpenAsync(cancel);

        public GraphDbContext CreateContext() => graph.Storage.CreateContext();

        public async ValueTask<GraphSnapshot> BeginReadAsync(CancellationToken cancel)
        {
            var snapshot = await graph.Storage.BeginReadAsync(cancel);
            if (!WritesWhileReading) return snapshot;

            // The snapshot begins at the first read; what is written from then on must not be seen.
            await snapshot.Context.GraphStates.SingleAsync(cancel);
            for (var i = 0; i < 5; i++)
            {
                await graph.WriteAsync(edit =>
                {
                    var official = edit.Add(new Official { Slug = $"newcomer-{Written++}" });
                    edit.Add(new GraphNews.Graph.Meetings.Participation { MeetingId = world.Meeting, OfficialId = official.Id, StatedBy = "test" });
                });
            }

            return snapshot;
        }

        public Task InsertAsync(GraphDbContext context, InsertedTable table, IReadOnlyList<object> rows, CancellationToken cancel)
            => graph.Storage.InsertAsync(context, table, rows, cancel);

        public Task<bool> WriteAsync(Func<GraphDbContext, CancellationToken, Task<bool>> write, CancellationToken cancel)
            => graph.Storage.WriteAsync(write, cancel);
    }
}
