using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

public sealed class StatementCountTests
{
    private static readonly string Operation = SavedOperation.Read("HammouchiMeetings")
        .Replace("abdellatif-hammouchi", "the-official", StringComparison.Ordinal)
        .Replace("meetings(first: 20", "meetings(first: 100", StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public async Task The_Hammouchi_operation_costs_the_same_few_statements_for_few_and_many_meetings(int meetings)
    {
        await using var graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 1000, meetings).WriteToAsync(graph.Storage);
        var traced = new TracedStorage(graph.Storage);
        using var answers = new GraphAnswers(traced);

        var data = await answers.DataAsync(Operation);

        Assert.Equal(meetings, data.GetProperty("official").GetProperty("meetings").GetProperty("nodes").GetArrayLength());
        Assert.Equal(13, traced.Take().Count);
    }
}
