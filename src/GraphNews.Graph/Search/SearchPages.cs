using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Search;

/// <summary>Reads nodes of any kind, one statement for each kind.</summary>
internal delegate Task<(IReadOnlyDictionary<NodeKey, Row> Rows, IReadOnlyList<Found> Below)> NodesOfKeys(
    IReadOnlyCollection<NodeKey> keys, SelectionSet selected, CancellationToken cancel);

/// <summary>
/// Answers a search: the index tells which entities, the walk reads them as it reads any nodes. What the
/// operation's version of the graph does not show is left out of the page.
/// </summary>
internal static class SearchPages
{
    public static async Task<(object? Connection, IReadOnlyList<Found> Below)> AnswerAsync(
        GraphReader reader, SearchField field, Selection root, WalkOptions options, NodesOfKeys nodes, CancellationToken cancel)
    {
        var request = SearchRequest.Of(root, options);
        var parts = new ConnectionSelection(field.Connection, root.Children!);
        var index = await reader.Search.IndexAsync(cancel).ConfigureAwait(false);
        var text = SearchText.Of(request.Text, index.Analysis, reader.Search.Options);
        var view = reader.Search.View(index, request.After?.Version);
        if (text.IsEmpty || request.Kinds.Count == 0) return (parts.Build(new ConnectionPage([], false, false, 0), request.Mark), []);

        var question = new SearchQuery(text, index.Analysis, reader.ShowsText);
        var alike = new AlikeNames(text);
        var participants = Participants.Find(view, question, alike, request.Kinds);
        var query = question.Of(request.Kinds, alike.Find(view, question, request.Kinds), participants.Ids);
        var found = FoundHits.Find(view, query, request.After, parts.NeedsRows ? request.Limit + 1 : 1);
        cancel.ThrowIfCancellationRequested();
        var hits = found.Hits.Take(request.Limit).ToList();
        if (parts.Places) index.Keep(view);

        var (items, below) = await ItemsAsync(field, hits, parts.Views, new HitRows(field.Hit, text, alike, participants, new Passages(text, index.Analysis, reader.ShowsText), new PlainRows(options)), nodes, cancel).ConfigureAwait(false);
        var before = parts.AsksPrevious && request.After is { } after && FoundHits.AnyUpTo(view, query, after);
        return (parts.Build(new ConnectionPage(items, found.Hits.Count > hits.Count, before, found.Total), request.Mark), below);
    }

    private static async Task<(IReadOnlyList<ListItem> Items, IReadOnlyList<Found> Below)> ItemsAsync(
        SearchField field, List<FoundHit> hits, IReadOnlyList<SelectionSet> views, HitRows rows, NodesOfKeys nodes, CancellationToken cancel)
    {
        var below = new List<Found>();
        var read = new Dictionary<Selection, IReadOnlyDictionary<NodeKey, Row>>(ReferenceEqualityComparer.Instance);
        var selections = views.Select(view => view.For(field.Hit)).ToList();
        foreach (var selection in selections.SelectMany(view => view).Where(selection => selection.Field.Name == HitRows.Node))
        {
            var (found, further) = await nodes([.. hits.Select(hit => hit.Node)], selection.Children!, cancel).ConfigureAwait(false);
            read.Add(selection, found);
            below.AddRange(further);
        }

        var shown = hits.Where(hit => read.Values.All(found => found.ContainsKey(hit.Node)));
        return ([.. shown.Select(hit => new ListItem(0, [.. selections.Select(view => rows.Of(hit, view, read))], hit.Place.Keys))], below);
    }
}
