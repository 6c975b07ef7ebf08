using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Bundles;

/// <summary>Looks references up: first among the bundle's own records, then in the graph.</summary>
internal sealed class BundleNodes(GraphDbContext graph)
{
    private readonly Dictionary<BundleReference, Target> _bundle = [];
    private readonly Dictionary<BundleReference, Target?> _graph = [];

    /// <summary>Makes a draft known by its key, slug and identifiers.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="id">The id that it has now.</param>
    /// <exception cref="BundleException">Another record of the bundle has one of them.</exception>
    public void Add(Draft draft, long id)
    {
        foreach (var reference in ReferencesTo(draft))
        {
            if (!_bundle.TryAdd(reference, new Target(id, draft.Kind, draft)))
            {
                throw draft.Record.Wrong($"The {reference} is taken by the record in line {_bundle[reference].Draft!.Record.Line}.");
            }
        }
    }

    /// <summary>The draft that a reference points at; null if it points at a node of the graph.</summary>
    public Draft? FindDraft(BundleReference reference) => _bundle.GetValueOrDefault(reference)?.Draft;

    /// <summary>The node that a reference points at.</summary>
    /// <param name="pending">The reference.</param>
    /// <param name="record">The record that it stands in.</param>
    /// <param name="cancel">Cancels the look-up.</param>
    /// <exception cref="BundleException">There is none, or it is not of the kind that is wanted.</exception>
    public async Task<long> FindAsync(PendingReference pending, BundleRecord record, CancellationToken cancel)
    {
        var target = _bundle.GetValueOrDefault(pending.Reference)
            ?? await FindInGraphAsync(pending.Reference, cancel).ConfigureAwait(false)
            ?? throw record.Wrong($"The field {pending.Field} points at {pending.Reference}, which is neither in the bundle nor in the graph.");
        return target.Kind == pending.Kind
            ? target.Id
            : throw record.Wrong($"The field {pending.Field} points at {pending.Reference}, which is of type {target.Kind}; {pending.Kind} is wanted.");
    }

    private static IEnumerable<BundleReference> ReferencesTo(Draft draft)
    {
        if (draft.Key is { } key)
        {
            yield return new BundleReference.ByKey(key);
        }

        if (draft.Slug is { } slug)
        {
            yield return new BundleReference.BySlug(slug);
        }

        foreach (var (scheme, value) in draft.Identifiers)
        {
            yield return new BundleReference.ByIdentifier(scheme, value);
        }
    }

    private async Task<Target?> FindInGraphAsync(BundleReference reference, CancellationToken cancel)
    {
        if (!_graph.TryGetValue(reference, out var target))
        {
            target = await Targets(reference).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            _graph.Add(reference, target);
        }

        return target;
    }

    // What is said is kept as it is said: the writer leads references to merged nodes on, and remembers them.
    private IQueryable<Target> Targets(BundleReference reference)
    {
        var ids = reference switch
        {
            BundleReference.BySlug by => graph.Slugs.Where(slug => slug.Value == by.Slug).Select(slug => slug.NodeId),
            BundleReference.ByIdentifier by => graph.Identifiers
                .Where(row => row.Scheme == by.Scheme && row.Value == by.Value && row.HiddenSince == null)
                .Select(row => row.SubjectId),
            BundleReference.ByCode by => graph.Countries.Where(country => country.Code == by.Code).Select(country => country.Id),
            BundleReference.ById by => graph.Nodes.Where(node => node.Id == by.Id).Select(node => node.Id),
            _ => graph.Nodes.Where(node => false).Select(node => node.Id),
        };
        return graph.Nodes
            .Where(node => ids.Contains(node.Id) && node.RetractedVersion == null)
            .OrderBy(node => node.Id)
            .Select(node => new Target(node.Id, node.Kind, null));
    }

    private sealed record Target(long Id, NodeKind Kind, Draft? Draft);
}
