using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Mutations;

/// <summary>What the references of inputs lead to: nodes of the graph, and what the same mutation added.</summary>
internal sealed class InputReferences(GraphEdit edit)
{
    /// <summary>The most candidates that an error lists.</summary>
    private const int MostCandidates = 10;

    // Mutations have no keys of an import's source.
    private readonly GraphLookup _graph = new(edit.Context, sourceId: 0);
    private readonly Dictionary<(BundleReference Reference, NodeKind? Kind), GraphTarget> _found = [];

    /// <summary>Looks up all that drafts point at, and lets their rows point at it.</summary>
    /// <exception cref="InputException">A reference leads nowhere, to several, to another kind, or to what was retracted.</exception>
    public async Task ConnectAsync(Draft draft, CancellationToken cancel)
    {
        var references = draft.References.Concat(draft.Links.SelectMany(link => link.References)).ToList();
        var articles = draft.Names.Append(draft).SelectMany(cited => cited.Citations).Select(Article);
        await LoadAsync([.. references.Concat(articles)], cancel).ConfigureAwait(false);
        foreach (var reference in references) reference.Set(Node(reference));
    }

    /// <summary>The article of a citation, after <see cref="ConnectAsync"/> or <see cref="LoadAsync"/>.</summary>
    public long Node(CitationDraft citation) => Node(Article(citation));

    /// <summary>The reference of a citation to its article.</summary>
    public static PendingReference Article(CitationDraft citation) => new(citation.Article, $"{citation.Path}.article", NodeKind.SourceArticle, _ => { });

    /// <summary>Looks references up.</summary>
    /// <exception cref="InputException">One of them leads to no one node.</exception>
    public async Task LoadAsync(IReadOnlyCollection<PendingReference> references, CancellationToken cancel)
    {
        // What the same mutation added can be referred to, too.
        if (edit.New.Rows.Count > 0) await edit.SaveAsync(cancel).ConfigureAwait(false);
        await _graph.LoadAsync([.. references.Select(reference => reference.Reference)], cancel).ConfigureAwait(false);
        foreach (var reference in references.Where(reference => !_found.ContainsKey((reference.Reference, reference.Kind))))
        {
            var target = reference.Reference switch
            {
                BundleReference.ByName by => await NamedAsync(by.Name, reference, cancel).ConfigureAwait(false),
                BundleReference.ByUrl by => await PublishedAtAsync(by.Url, cancel).ConfigureAwait(false),
                var other => _graph.Find(other),
            };
            Check(edit.Tables, reference, target);
            _found[(reference.Reference, reference.Kind)] = target!;
        }
    }

    /// <summary>The node that a reference leads to.</summary>
    public long Node(PendingReference reference) => _found[(reference.Reference, reference.Kind)].Id;

    private static void Check(RowTables tables, PendingReference reference, GraphTarget? target)
    {
        var path = InputPath.Of(reference.Field);
        if (target is null)
            throw InputException.Reference(ErrorCodes.UnknownNode, $"There is no {What(reference.Kind)} of {reference.Reference}.", path);
        if (reference.Kind is { } wanted ? target.Kind != wanted : !tables[target.Kind].IsEntity)
            throw InputException.Reference(ErrorCodes.UnknownNode, $"A {What(reference.Kind)} is wanted, and {reference.Reference} is of kind {target.Kind}.", path);
        if (target.IsRetracted)
            throw InputException.Reference(ErrorCodes.Retracted, $"The {target.Kind} of {reference.Reference} was retracted. Restore it, or point at another.", path);
    }

    private static string What(NodeKind? kind) => kind?.ToString() ?? "entity";

    private async Task<GraphTarget?> NamedAsync(string name, PendingReference reference, CancellationToken cancel)
    {
        var found = await NameSearch.FindAsync(edit.Context, name, NameMatchMode.CrossScript, reference.Kind, MostCandidates, cancel).ConfigureAwait(false);
        var same = found.Where(one => one.Match.Rule is NameMatchRule.Exact or NameMatchRule.Folded).ToList();
        if (same.Count == 1)
        {
            var kind = reference.Kind ?? (await KindsAsync(same, cancel).ConfigureAwait(false))[same[0].SubjectId];
            return new GraphTarget(same[0].SubjectId, kind, IsRetracted: false);
        }

        var some = same.Count > 0 ? same : found;
        var kinds = await KindsAsync(some, cancel).ConfigureAwait(false);
        NodeKey[] candidates = [.. some.Select(one => new NodeKey(kinds[one.SubjectId], one.SubjectId))];
        throw same.Count > 1
            ? InputException.Reference(ErrorCodes.AmbiguousName, $"There is more than one {What(reference.Kind)} of the name '{name}'. Say which by its id or slug.", InputPath.Of(reference.Field), candidates)
            : InputException.Reference(
                ErrorCodes.UnknownNode,
                $"There is no {What(reference.Kind)} of the name '{name}'{(candidates.Length > 0 ? ", but some of similar names. If one of them is meant, say which by its id or slug." : ".")}",
                InputPath.Of(reference.Field),
                candidates);
    }

    private async Task<Dictionary<long, NodeKind>> KindsAsync(IEnumerable<FoundName> found, CancellationToken cancel)
    {
        long[] ids = [.. found.Select(one => one.SubjectId)];
        return await edit.Context.Nodes.AsNoTracking().Where(node => ids.Contains(node.Id))
            .Select(node => new { node.Id, node.Kind }).ToDictionaryAsync(node => node.Id, node => node.Kind, cancel).ConfigureAwait(false);
    }

    private async Task<GraphTarget?> PublishedAtAsync(string url, CancellationToken cancel)
    {
        var found = await edit.Context.SourceArticles.AsNoTracking().Where(article => article.Url == url && article.HiddenSince == null)
            .OrderBy(article => article.Id).Select(article => article.Id).Take(1).ToListAsync(cancel).ConfigureAwait(false);
        return found.Count == 0 ? null : new GraphTarget(found[0], NodeKind.SourceArticle, IsRetracted: false);
    }
}
