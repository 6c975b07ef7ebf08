using GraphNews.Graph.Exports;
using GraphNews.Graph.Exports.FollowTheMoney;
using GraphNews.Graph.Exports.Popolo;
using GraphNews.Graph.Exports.Tables;
using GraphNews.Graph.Model;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Exports;

/// <summary>Memory does not grow with the graph: no page is held when the next is written, and what is written is on its way.</summary>
public sealed class FlatExportTests
{
    /// <summary>As much of the output as formats may hold back.</summary>
    private const int HeldBack = 64 * 1024;

    [Fact]
    public async Task An_export_holds_a_page_at_a_time_however_many_there_are()
    {
        await using var graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 12_000, meetingsOfTheOfficial: 10, largestMeeting: 3).WriteToAsync(graph.Storage);

        foreach (var create in new Func<ExportFiles, ExportFormat>[]
        {
            files => new BundleFormat(files.Only), files => new FollowTheMoneyFormat(files, publishesText: true), files => new PopoloFormat(files),
            files => new TableFormat(files, hasMark: false, publishesText: true),
        })
        {
            var output = new List<MemoryStream>();
            using var files = new ExportFiles(_ =>
            {
                output.Add(new MemoryStream());
                return output[^1];
            });
            using var format = new WatchedFormat(create(files));
            var written = 0L;
            await using var snapshot = await graph.Storage.BeginReadAsync(default);
            await new ExportRun(new ExportScope(snapshot.Context, filter: null, ["en"]), format).RunAsync(new Steps(() => written = output.Sum(file => file.Length)), default);

            // The one that was written, and those before that a variable still names.
            Assert.True(format.Rows > 4 * RowTable.KeysAtOnce);
            Assert.InRange(format.MostHeld, 1, 3 * RowTable.KeysAtOnce);
            Assert.InRange(output.Sum(file => file.Length) - written, 0, HeldBack);
            Assert.Empty(snapshot.Context.ChangeTracker.Entries());
        }
    }

    private sealed class Steps(Action step) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value) => step();
    }
}
