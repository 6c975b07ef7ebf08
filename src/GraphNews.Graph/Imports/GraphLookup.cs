using GraphNews.Graph.Bundles;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>A node of the graph that a reference leads to.</summary>
internal sealed record GraphTarget(long Id, NodeKind Kind, bool IsRetracted);

/// <summary>What references lead to in the graph: looked up for a whole batch with a statement for each way of referring.</summary>
/// <param name="graph">The graph.</param>
/// <param name="sourceId">The source whose records of earlier runs are found by their keys.</param>
internal sealed class GraphLookup(GraphDbContext graph, int sourceId)
{
    private readonly Dictionary<BundleReference, GraphTarget> _found = [];

    /// <summary>Each node, and whether what stands for it was retracted.</summary>
    private IQueryable<StandingNode> Standing => graph.Nodes.AsNoTracking()
        .Join(graph.Nodes, node => node.CanonicalId, standing => standing.Id, (node, standing) => new StandingNode { Id = node.Id, Kind = node.Kind, RetractedVersion = standing.RetractedVersion });

    /// <summary>The node; null if there is none. What is said is kept as said: the writer leads references to merged nodes on.</summary>
    public GraphTarget? Find(BundleReference reference) => _found.GetValueOrDefault(reference);

    /// <summary>Looks references up.</summary>
    public async Task LoadAsync(IReadOnlyCollection<BundleReference> references, CancellationToken cancel)
    {
        foreach (var some in references.OfType<BundleReference.BySlug>().Select(by => by.Slug).Distinct().Chunk(RowTable.KeysAtOnce))
        {
            var found = graph.Slugs.AsNoTracking().Where(slug => some.Contains(slug.Value))
                .Join(Standing, slug => slug.NodeId, node => node.Id, (slug, node) => new { slug.Value, node.Id, node.Kind, node.RetractedVersion });
            foreach (var row in await found.ToListAsync(cancel).ConfigureAwait(false))
                _found[new BundleReference.BySlug(row.Value)] = new GraphTarget(row.Id, row.Kind, row.RetractedVersion is not null);
        }

        foreach (var some in references.OfType<BundleReference.ById>().Select(by => by.Id).Distinct().Chunk(RowTable.KeysAtOnce))
        {
            var found = Standing.Where(node => some.Contains(node.Id));
            foreach (var row in await found.ToListAsync(cancel).ConfigureAwait(false))
                _found[new BundleReference.ById(row.Id)] = new GraphTarget(row.Id, row.Kind, row.RetractedVersion is not null);
        }

        foreach (var some in references.OfType<BundleReference.ByCode>().Select(by => by.Code).Distinct().Chunk(RowTable.KeysAtOnce))
        {
            var found = graph.Countries.AsNoTracking().Where(country => some.Contains(country.Code) && country.HiddenSince == null)
                .Select(country => new { country.Id, country.Code });
            foreach (var row in await found.ToListAsync(cancel).ConfigureAwait(false))
                _found[new BundleReference.ByCode(row.Code)] = new GraphTarget(row.Id, NodeKind.Country, false);
        }

        foreach (var some in references.OfType<BundleReference.ByKey>().Distinct().Chunk(RowTable.KeysAtOnce)) await LoadKeysAsync(some, cancel).ConfigureAwait(false);

        foreach (var scheme in references.OfType<BundleReference.ByIdentifier>().Distinct().GroupBy(by => by.Scheme, by => by.Value))
        {
            foreach (var some in scheme.Chunk(RowTable.KeysAtOnce)) await LoadIdentifiersAsync(scheme.Key, some, cancel).ConfigureAwait(false);
        }
    }

    // What was mended of an import points at what came in then.
    private async Task LoadKeysAsync(BundleReference.ByKey[] references, CancellationToken cancel)
    {
        var stored = references.ToLookup(reference => RecordKey.Stored(RecordKey.Of(reference)), StringComparer.Ordinal);
        string[] keys = [.. stored.Select(key => key.Key)];
        var found = graph.Set<ImportedRecord>().AsNoTracking().Where(record => record.SourceId == sourceId && keys.Contains(record.Key))
            .Join(Standing, record => record.NodeId, node => node.Id, (record, node) => new { record.Key, node.Id, node.Kind, node.RetractedVersion });
        foreach (var row in await found.ToListAsync(cancel).ConfigureAwait(false))
        {
            foreach (var reference in stored[row.Key]) _found[reference] = new GraphTarget(row.Id, row.Kind, row.RetractedVersion is not null);
        }
    }

    private async Task LoadIdentifiersAsync(string scheme, string[] values, CancellationToken cancel)
    {
        var found = graph.Identifiers.AsNoTracking()
            .Where(row => row.Scheme == scheme && values.Contains(row.Value) && row.HiddenSince == null)
            .Join(graph.Nodes, row => row.SubjectId, node => node.Id, (row, node) => new { row.Id, row.Value, NodeId = node.Id, node.Kind })
            .OrderBy(row => row.Id);
        foreach (var row in await found.ToListAsync(cancel).ConfigureAwait(false))
            _found.TryAdd(new BundleReference.ByIdentifier(scheme, row.Value), new GraphTarget(row.NodeId, row.Kind, false));
    }

    private sealed class StandingNode
    {
        public long Id { get; set; }

        public NodeKind Kind { get; set; }

        public long? RetractedVersion { get; set; }
    }
}
