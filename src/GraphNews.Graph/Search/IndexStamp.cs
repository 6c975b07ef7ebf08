using System.Globalization;
using GraphNews.Graph.Names;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Search;

/// <summary>Says what an index is of: which format, which graph, at which version.</summary>
/// <param name="Format">The format of the index and of the folding.</param>
/// <param name="Version">The graph version.</param>
/// <param name="Write">When and by whom that version was written: another database, or one that was put back from a backup, differs in it.</param>
internal sealed record IndexStamp(string Format, long Version, string Write)
{
    private static readonly string Current = string.Create(CultureInfo.InvariantCulture, $"{IndexFields.Format}/{NameFolding.Version}");

    /// <summary>The stamp of an index that shows this version of a graph.</summary>
    public static async Task<IndexStamp> OfAsync(GraphDbContext graph, long version, CancellationToken cancel)
    {
        var write = await graph.Changes.Where(change => change.Version == version)
            .Select(change => new { change.At, change.Actor }).SingleOrDefaultAsync(cancel).ConfigureAwait(false);
        return new IndexStamp(Current, version, write is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{write.At:O} {write.Actor}"));
    }

    /// <summary>The stamp that an index was committed with; null if it has none that can be read.</summary>
    public static IndexStamp? Read(IDictionary<string, string> data)
        => data.TryGetValue(nameof(Format), out var format) && data.TryGetValue(nameof(Write), out var write)
            && long.TryParse(data.TryGetValue(nameof(Version), out var text) ? text : null, CultureInfo.InvariantCulture, out var version)
            ? new IndexStamp(format, version, write)
            : null;

    public Dictionary<string, string> ToData() => new()
    {
        [nameof(Format)] = Format,
        [nameof(Version)] = Version.ToString(CultureInfo.InvariantCulture),
        [nameof(Write)] = Write,
    };
}
