using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Generated;

/// <summary>A generated graph, made once for a class of tests.</summary>
public sealed class LargeGraph : IAsyncLifetime
{
    private readonly int _participations;
    private readonly int _meetingsOfTheOfficial;

    /// <summary>A graph of 100,000 participations.</summary>
    public LargeGraph()
        : this(participations: 100_000, meetingsOfTheOfficial: 50)
    {
    }

    internal LargeGraph(int participations, int meetingsOfTheOfficial)
        => (_participations, _meetingsOfTheOfficial) = (participations, meetingsOfTheOfficial);

    public TestGraph Graph { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = await TestGraph.CreateAsync();
        await new GraphGenerator(_participations, _meetingsOfTheOfficial).WriteToAsync(Graph.Storage);

        // As the server's own upkeep does after a while.
        if (TestDatabase.Product != TestProduct.PostgreSql) return;
        await using var context = Graph.Storage.CreateContext();
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    public async Task DisposeAsync() => await Graph.DisposeAsync();
}
