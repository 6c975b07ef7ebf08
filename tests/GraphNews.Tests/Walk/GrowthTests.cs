using System.Diagnostics;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

/// <summary>
/// What a question costs must follow from its answer, not from the graph's size. <c>GRAPHNEWS_LONG=1</c> asks graphs of up
/// to a million participations, and measures the time as well.
/// </summary>
public sealed class GrowthTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1";
    private static readonly int[] Sizes = IsLong ? [10_000, 100_000, 1_000_000] : [1_000, 20_000];

    private static readonly string Operation =
        SavedOperation.Read("HammouchiMeetings").Replace("abdellatif-hammouchi", "the-official", StringComparison.Ordinal);

    [Fact]
    public async Task The_Hammouchi_operation_costs_as_much_on_a_graph_that_is_many_times_as_large()
    {
        var graphs = new List<LargeGraph>();
        try
        {
            foreach (var size in Sizes)
            {
                graphs.Add(new LargeGraph(size, meetingsOfTheOfficial: 20));
                await graphs[^1].InitializeAsync();
            }

            var costs = new List<long>();
            foreach (var graph in graphs) costs.Add(await CostAsync(graph.Graph));
            Assert.True(costs[^1] <= 1.5 * costs[0], $"The database did {string.Join(", ", costs)} for {string.Join(", ", Sizes)} participations.");
            if (IsLong) await AssertTimeAsync(graphs);
        }
        finally
        {
            foreach (var graph in graphs) await graph.DisposeAsync();
        }
    }

    /// <summary>What the database has to do for it, in its own measure.</summary>
    private static async Task<long> CostAsync(TestGraph graph)
    {
        var traced = new TracedStorage(graph.Storage);
        using var answers = new GraphAnswers(traced);
        await answers.DataAsync(Operation);
        return traced.Cost;
    }

    /// <summary>Asks the graphs in turn, so that what else the machine does slows all of them down alike.</summary>
    private static async Task AssertTimeAsync(List<LargeGraph> graphs)
    {
        var answers = graphs.Select(graph => new GraphAnswers(graph.Graph.Storage)).ToList();
        var times = graphs.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < 120; round++)
        {
            for (var i = 0; i < graphs.Count; i++)
            {
                var asked = Stopwatch.GetTimestamp();
                await answers[i].DataAsync(Operation);
                if (round >= 20) times[i].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }

        answers.ForEach(each => each.Dispose());
        var medians = times.Select(of => of.Order().ElementAt(of.Count / 2)).ToList();
        Console.WriteLine($"HammouchiMeetings on {TestDatabase.Product}: {string.Join(", ", Sizes.Zip(medians, (size, median) => $"{size} participations {median:0.0} ms"))}.");
        Assert.True(medians[^1] <= 1.5 * medians[0], $"It took {string.Join(", ", medians.Select(median => $"{median:0.0} ms"))} for {string.Join(", ", Sizes)} participations.");
    }
}
