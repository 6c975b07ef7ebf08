using System.Diagnostics;
using System.Globalization;
using GraphNews.Graph.Storage;
using GraphNews.Storage.Sqlite;
using GraphNews.Tests.Generated;

namespace GraphNews.Benchmarks;

/// <summary>The generated graphs of a run. A file that is there from an earlier run is used again.</summary>
internal sealed class GraphFolder(string folder)
{
    /// <summary>Whose meetings are asked for: as many, of four participants each, in a graph of any size.</summary>
    public const string Official = "the-official";

    private const int Meetings = 50;

    /// <summary>A graph in a SQLite file; gives its connection string.</summary>
    public async Task<string> SqliteAsync(int participations)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"graph-{participations}.db"));
        var connection = $"Data Source={file}";
        if (File.Exists(file)) return connection;

        var unfinished = $"{file}.unfinished";
        using (var storage = new SqliteGraphStorage($"Data Source={unfinished};Pooling=False")) await FillAsync(storage, participations);
        File.Move(unfinished, file);
        return connection;
    }

    /// <summary>Makes a graph in an empty database.</summary>
    public static async Task FillAsync(IGraphStorage storage, int participations)
    {
        var watch = Stopwatch.StartNew();
        await storage.OpenAsync(default);
        await new GraphGenerator(participations, Meetings).WriteToAsync(storage);
        GC.Collect();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{storage.Product}: a graph of {participations:N0} participations, made in {watch.Elapsed.TotalSeconds:0} s."));
    }
}
