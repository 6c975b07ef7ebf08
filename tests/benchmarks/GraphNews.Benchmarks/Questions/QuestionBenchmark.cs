using System.Diagnostics;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Generated;

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

        await using var graph = new EngineOfGraph(storage);
        await PathBenchmark.RunAsync(graph.Engine, connection, participations / 50);
        await PageBenchmark.RunAsync(graph.Engine);
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
