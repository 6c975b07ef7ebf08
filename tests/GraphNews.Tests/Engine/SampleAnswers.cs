using GraphNews.Graph.Storage;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Engine;

/// <summary>The sample, ready to be asked; opened once for a class of tests.</summary>
public sealed class SampleAnswers : IAsyncLifetime
{
    private TestGraph _graph = null!;

    internal GraphAnswers Answers { get; private set; } = null!;

    internal IGraphStorage Storage => _graph.Storage;

    /// <summary>The text of an article, exactly as received.</summary>
    internal Task<string> TextOfAsync(string slug)
        => _graph.ReadAsync(async graph => (await graph.SourceArticles.SingleAsync(article => article.Slug == slug)).Text!);

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
