using GraphNews.Graph.Execution;
using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Engine;

/// <summary>
/// Operations that were found good with the variables that they had, so that who asks the same again is answered without
/// the engine; bounded by the length of their texts.
/// </summary>
internal sealed class GoodOperations : IDisposable
{
    private const int MostCharacters = 8 * 1024 * 1024;

    private readonly MemoryCache _operations = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public GoodOperation? Find(GraphRequest request) => _operations.Get<GoodOperation>(OperationKey.Of(request));

    public void Keep(GraphRequest request, GoodOperation operation)
    {
        // What the schema tells of itself is larger than its question.
        if (operation.OfSchema.Count > 0) return;

        var key = OperationKey.Of(request);
        using var entry = _operations.CreateEntry(key);
        entry.Size = key.Query.Length + (key.Variables?.Length ?? 0);
        entry.Value = operation;
    }

    public void Dispose() => _operations.Dispose();

    /// <summary>What decides what an operation selects.</summary>
    private sealed record OperationKey(string Query, string? OperationName, string? Variables)
    {
        public static OperationKey Of(GraphRequest request) => new(request.Query, request.OperationName, request.Variables?.GetRawText());
    }
}
