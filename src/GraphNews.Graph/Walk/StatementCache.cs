using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Graph.Walk;

/// <summary>
/// The compiled statements of one storage by their shape: translating costs milliseconds, so each shape is translated
/// once. Bounded, because clients choose the shapes.
/// </summary>
internal sealed class StatementCache : IDisposable
{
    /// <summary>A named operation has about a dozen shapes.</summary>
    private const int MostShapes = 5_000;

    private readonly MemoryCache _plans = new(new MemoryCacheOptions { SizeLimit = MostShapes });

    public TPlan Get<TPlan>(string shape, Func<TPlan> compile)
        where TPlan : class
    {
        if (_plans.TryGetValue(shape, out TPlan? plan)) return plan!;

        plan = compile();
        using var entry = _plans.CreateEntry(shape);
        entry.Size = 1;
        entry.Value = plan;
        return plan;
    }

    public void Dispose() => _plans.Dispose();
}
