using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Changes;

/// <summary>Who wrote a value last, as the change log has it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="IsFirst">Whether that was with the row itself: nothing was replaced.</param>
internal readonly record struct LastWrite(string Actor, bool IsFirst);

/// <summary>Who wrote each value of some nodes last, those of their links included.</summary>
internal sealed class LastWriters
{
    private readonly Dictionary<(long RowId, string Field), LastWrite> _writes = [];

    /// <summary>Reads the change log of some nodes.</summary>
    public static async Task<LastWriters> OfAsync(GraphDbContext graph, IEnumerable<long> nodes, CancellationToken cancel)
    {
        var writers = new LastWriters();
        foreach (var some in nodes.Distinct().Chunk(RowTable.KeysAtOnce))
        {
            var entries = graph.ChangeEntries.AsNoTracking().Where(entry => some.Contains(entry.NodeId))
                .Join(graph.Changes, entry => entry.Version, change => change.Version, (entry, change) => new
                {
                    entry.RowId, entry.Field, entry.Version, entry.Ordinal, change.Actor, IsFirst = entry.OldValue == null,
                })
                .OrderBy(entry => entry.Version).ThenBy(entry => entry.Ordinal);
            await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
                writers._writes[(entry.RowId, entry.Field)] = new LastWrite(entry.Actor, entry.IsFirst);
        }

        return writers;
    }

    /// <summary>Who wrote a column of a row last; null if nobody ever wrote more than an empty value.</summary>
    public LastWrite? Of(long rowId, string field) => _writes.TryGetValue((rowId, field), out var write) ? write : null;

    /// <summary>Whether all that was ever written to a row is somebody's.</summary>
    public bool IsAlone(long rowId, string actor) => _writes.Where(write => write.Key.RowId == rowId).All(write => write.Value.Actor == actor);
}
