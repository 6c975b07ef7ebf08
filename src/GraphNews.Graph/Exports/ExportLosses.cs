namespace GraphNews.Graph.Exports;

/// <summary>Something of which the graph holds more than a format can.</summary>
/// <param name="What">What it is, as <c>docs/formats.md</c> calls it.</param>
/// <param name="Count">How many of them were left out.</param>
public readonly record struct ExportLoss(string What, long Count);

/// <summary>Counts what an export leaves out because its format has no place for it.</summary>
internal sealed class ExportLosses
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>What was left out, in the order of their names.</summary>
    public IReadOnlyList<ExportLoss> All => [.. _counts.Select(loss => new ExportLoss(loss.Key, loss.Value))];

    /// <summary>Counts some; none of them are no loss.</summary>
    public void Add(string what, long count = 1)
    {
        if (count > 0) _counts[what] = _counts.GetValueOrDefault(what) + count;
    }

    /// <summary>Counts one if it is there.</summary>
    public void AddIf(bool isThere, string what) => Add(what, isThere ? 1 : 0);
}
