using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Places;
using GraphNews.Graph.Storage;
using GraphNews.Tests.Shared;
using GraphNews.Tests.SqlServer;

namespace GraphNews.Tests.Storage;

/// <summary>What a test's graph begins with.</summary>
public enum TestContent
{
    Nothing,
    Countries,
    Sample,
}

/// <summary>The products that keep graphs.</summary>
public enum TestProduct
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

/// <summary>Where a test's graph is kept, by product.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    private static readonly AsyncLocal<TestProduct> Chosen = new();
    private static readonly AsyncLocal<StatementLog?> Logged = new();

    /// <summary>The product of which the test that is running is given graphs.</summary>
    public static TestProduct Product
    {
        get => Chosen.Value;
        set => Chosen.Value = value;
    }

    /// <summary>Where to note what SQL Server would get, while SQLite answers it; null if nobody wants to know.</summary>
    public static StatementLog? Statements
    {
        get => Logged.Value;
        set => Logged.Value = value;
    }

    public abstract string ConnectionString { get; }

    public abstract IGraphStorage Storage { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>Writes what comes on top of the content before.</summary>
    protected static async Task FillAsync(IGraphStorage storage, TestContent content)
    {
        var writer = new GraphWriter(storage, TimeProvider.System);
        if (content == TestContent.Countries) await ReferenceData.EnsureAsync(writer, default);

        // As it lies in the repository.
        if (content == TestContent.Sample)
            await new SampleGraph(Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl")).LoadAsync(writer, default);
    }
}
