using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Engine;

/// <summary>The sample, ready to be asked; opened once for a class of tests.</summary>
public sealed class SampleAnswers : IAsyncLifetime
{
    private TestGraph _graph = null!;

    internal GraphAnswers Answers { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateWithSampleAsync();
        Answers = new GraphAnswers(_graph.Storage);
    }

    public async Task DisposeAsync()
    {
        Answers.Dispose();
        await _graph.DisposeAsync();
    }
}
