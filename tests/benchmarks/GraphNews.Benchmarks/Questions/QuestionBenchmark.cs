using System.Diagnostics;
using System.Text.Json;
using GraphNews.Engine;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Walk;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Benchmarks;

/// <summary>Asks a large generated graph: chains between two officials, beside recursive SQL, and far pages, beside first ones.</summary>
internal static class QuestionBenchmark
{
    /// <summary>Makes the graph and asks it.</summary>
    /// <param name="participations">The size of the graph.</param>
    /// <param name="folder">Where its file lies.</param>
    public static async Task RunAsync(int participations, string folder)
    {
        var connection = $"Data Source={Path.Combine(folder, "generated.db")}";
        using var storage = new SqliteGraphStorage(connection);
        await storage.OpenAsync(default);
        var watch = Stopwatch.StartNew();
        await new GraphGenerator(participations, meetingsOfTheOfficial: 50).WriteToAsync(storage);
        GC.Collect();
        Console.WriteLine($"A graph of {participations} participations, made in {watch.Elapsed.TotalSeconds:0} s.");

        var binding = SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(Path.Combine(AppContext.BaseDirectory, "schema"))));
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IGraphStorage>(storage)
            .AddSingleton(binding)
            .AddSingleton(new WalkOptions())
            .AddSingleton(new SearchOptions())
            .AddSingleton(new ChangeSignal())
            .AddSingleton(new ChangeOptions())
            .AddSingleton<ChangeFollower>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<GraphSearch>()
            .AddSingleton<GraphOperations>()
            .AddGraphEngine()
            .BuildServiceProvider();
        var engine = services.GetRequiredService<IGraphEngine>();
        await PathBenchmark.RunAsync(engine, connection, participations / 50);
        await PageBenchmark.RunAsync(engine);
    }

    /// <summary>The data of an answer without errors.</summary>
    public static async Task<JsonElement> AskAsync(IGraphEngine engine, string query, object? variables = null)
    {
        var response = await engine.ExecuteAsync(
            new GraphRequest { Query = query, Variables = variables is null ? null : JsonSerializer.SerializeToElement(variables) }, CancellationToken.None);
        if (response.Errors.Count > 0) throw new InvalidOperationException(response.Errors[0].Message);

        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer)) response.WriteData!(writer);
        return JsonDocument.Parse(buffer.ToArray()).RootElement;
    }
}
