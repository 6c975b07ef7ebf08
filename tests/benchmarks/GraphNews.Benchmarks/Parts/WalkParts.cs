using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphNews.Storage.Sqlite;

namespace GraphNews.Benchmarks;

/// <summary>HammouchiMeetings on SQLite without HTTP: statements and rows, and the JSON of an answer that is there.</summary>
public class WalkParts
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256 * 1024);
    private string _folder = "";
    private SqliteGraphStorage _storage = null!;
    private EngineOfGraph _graph = null!;
    private GraphRequest _request = null!;
    private GraphResponse _answer = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _folder = Directory.CreateTempSubdirectory("graphnews-benchmark-").FullName;
        _storage = new SqliteGraphStorage(await new GraphFolder(_folder).SqliteAsync(10_000));
        await _storage.OpenAsync(default);
        _graph = new EngineOfGraph(_storage);
        var operation = Question.HammouchiMeetings.Operation;
        _request = new GraphRequest { Query = operation, Document = QueryDocument.Read(operation, EngineOfGraph.Schema, new DocumentLimits(), out _) };
        _answer = await WalkAsync();
        if (_answer.Errors.Count > 0) throw new InvalidOperationException(_answer.Errors[0].Message);
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _graph.DisposeAsync();
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public Task<GraphResponse> WalkAsync() => _graph.Engine.ExecuteAsync(_request, CancellationToken.None);

    [Benchmark]
    public int WriteJson()
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer);
        _answer.WriteData!(json);
        json.Flush();
        return _buffer.WrittenCount;
    }
}
