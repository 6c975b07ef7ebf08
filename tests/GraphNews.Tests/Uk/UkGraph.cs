using GraphNews.Graph.Imports;
using GraphNews.Graph.Mappings;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Mappings;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Uk;

/// <summary>
/// The British files in a graph, imported once for all tests that ask it; nothing where the files are absent. Nobody writes to it, except
/// that importing again changes nothing.
/// </summary>
public sealed class UkGraph : IAsyncLifetime
{
    /// <summary>The graph.</summary>
    internal TestGraph Graph { get; private set; } = null!;

    /// <summary>Its storage, which tells the statements of readers.</summary>
    internal TracedStorage Storage { get; private set; } = null!;

    /// <summary>Asks it.</summary>
    internal GraphAnswers Answers { get; private set; } = null!;

    /// <summary>What the import told.</summary>
    internal ImportReport Imported { get; private set; } = null!;

    /// <summary>How many articles were there before.</summary>
    internal int ArticlesBefore { get; private set; }

    public async Task InitializeAsync()
    {
        if (SharedData.UnitedKingdom is null) return;

        Graph = await TestGraph.CreateWithCountriesAsync();
        ArticlesBefore = await Graph.ReadAsync(before => before.SourceArticles.CountAsync());
        Imported = await ImportAsync();
        Storage = new TracedStorage(Graph.Storage);
        Answers = new GraphAnswers(Storage);
    }

    public async Task DisposeAsync()
    {
        if (Graph is null) return;
        Answers.Dispose();
        await Graph.DisposeAsync();
    }

    /// <summary>The slug of the only official of a name.</summary>
    internal async Task<string> SlugOfAsync(string name)
    {
        var data = await Answers.DataAsync("query ($name: String!) { officials(where: { name: { eq: $name } }) { nodes { slug } } }", new { name });
        return Assert.Single(data.GetProperty("officials").GetProperty("nodes").EnumerateArray()).GetProperty("slug").GetString()!;
    }

    /// <summary>Imports the files.</summary>
    internal Task<ImportReport> ImportAsync()
        => new Importer(Graph.Writer).RunAsync(CsvRecordSource.Open(UnitedKingdomFiles.Mapping), new ImportOptions(), CancellationToken.None);
}

/// <summary>The tests that share the British graph.</summary>
[CollectionDefinition(Name)]
public sealed class UkTests : ICollectionFixture<UkGraph>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "British graph";
}
