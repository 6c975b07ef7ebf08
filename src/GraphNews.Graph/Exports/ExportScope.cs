using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports;

/// <summary>What one export reads: one version of the graph, as far as a filter lets it.</summary>
/// <param name="graph">The snapshot.</param>
/// <param name="filter">Which nodes are written; null for all.</param>
/// <param name="languages">The languages of what has only room for one, best first.</param>
internal sealed class ExportScope(GraphDbContext graph, ExportFilter? filter, IReadOnlyList<string> languages)
{
    private HashSet<long> _shared = [];
    private ILookup<NodeKind, long> _sharedByKind = Array.Empty<long>().ToLookup(_ => default(NodeKind));

    /// <summary>The snapshot.</summary>
    public GraphDbContext Graph => graph;

    /// <summary>The tables.</summary>
    public RowTables Tables { get; } = new(graph.Model);

    /// <summary>The version that it shows.</summary>
    public long Version { get; private set; }

    /// <summary>Whether a filter leaves something out.</summary>
    public bool IsFiltered => filter is not null;

    /// <summary>The filter; null if all is written.</summary>
    public ExportFilter? Filter => filter;

    /// <summary>Reads the version, and what the reference data brought: every graph has it.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        Version = (await graph.GraphStates.SingleAsync(cancel).ConfigureAwait(false)).Version;
        var versions = await graph.Changes.Where(change => change.Actor == ReferenceData.Actor).Select(change => change.Version).ToListAsync(cancel).ConfigureAwait(false);
        var shared = await graph.Nodes.Where(node => versions.Contains(node.CreatedVersion)).Select(node => new { node.Id, node.Kind }).ToListAsync(cancel).ConfigureAwait(false);
        _shared = [.. shared.Select(node => node.Id)];
        _sharedByKind = shared.ToLookup(node => node.Kind, node => node.Id);
    }

    /// <summary>Whether a row is to be written: it shows, and is no reference data.</summary>
    public bool IsWritten(GraphRow row) => row.HiddenSince is null && !_shared.Contains(row.Id);

    /// <summary>Those of some nodes that the filter lets through.</summary>
    public Task<HashSet<long>> FittingAsync(NodeKind kind, IReadOnlyCollection<long> ids, CancellationToken cancel)
        => filter is null ? Task.FromResult(ids.ToHashSet()) : filter.FittingAsync(kind, ids, cancel);

    /// <summary>How many of a kind there are to be written, filtered or not.</summary>
    public async Task<long> CountAsync(NodeKind kind, CancellationToken cancel)
        => await Tables[kind].CountAsync(graph, cancel).ConfigureAwait(false) - _sharedByKind[kind].Count();

    /// <summary>The best of several names: as <c>name</c> answers whoever prefers no language.</summary>
    public Name? Best(IEnumerable<Name> names)
        => names.OrderBy(name => name.Kind == NameKind.Former).ThenBy(name => Rank(name.Language)).ThenBy(name => name.Kind != NameKind.Name).ThenBy(name => name.Id).FirstOrDefault();

    /// <summary>The best of the texts of a field, likewise.</summary>
    public Text? Best(IEnumerable<Text> texts) => texts.OrderBy(text => Rank(text.Language)).ThenBy(text => text.Id).FirstOrDefault();

    private int Rank(string language)
        => languages.TakeWhile(range => language != range && !language.StartsWith($"{range}-", StringComparison.Ordinal)).Count();
}
