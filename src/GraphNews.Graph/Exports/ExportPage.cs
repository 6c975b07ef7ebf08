using GraphNews.Graph.Articles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports;

/// <summary>
/// Rows of one kind with all that hangs on them, and how to refer to what they point at. Each table is asked once for a
/// page. What is hidden, or left out by a filter, is neither there nor referred to.
/// </summary>
internal sealed class ExportPage
{
    private readonly ExportScope _scope;
    private readonly Dictionary<long, string> _slugs = [];
    private readonly Dictionary<long, string> _codes = [];
    private readonly HashSet<long> _facts = [];
    private readonly Dictionary<Type, ILookup<long, GraphRow>> _hanging = [];
    private ILookup<long, Name> _names = Array.Empty<Name>().ToLookup(name => name.SubjectId);
    private Dictionary<long, CitedArticle> _articles = [];

    private ExportPage(ExportScope scope, NodeKind kind, IReadOnlyList<NodeRow> rows) => (_scope, Kind, Rows) = (scope, kind, rows);

    /// <summary>What the rows are.</summary>
    public NodeKind Kind { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<NodeRow> Rows { get; private set; }

    /// <summary>Loads what hangs on the rows, and what they point at.</summary>
    /// <param name="scope">What is exported.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="rows">The rows, none of them hidden.</param>
    /// <param name="wanted">What else the format asks of them.</param>
    /// <param name="cancel">Cancels it.</param>
    public static async Task<ExportPage> LoadAsync(ExportScope scope, NodeKind kind, IReadOnlyList<NodeRow> rows, ExportFormat wanted, CancellationToken cancel)
    {
        var page = new ExportPage(scope, kind, rows);
        if (rows.Count > 0) await page.LoadAsync(wanted, cancel).ConfigureAwait(false);
        return page;
    }

    /// <summary>What hangs on a row, in the order of the ids.</summary>
    public IEnumerable<T> Hanging<T>(long id)
        where T : GraphRow
        => _hanging.TryGetValue(typeof(T), out var rows) ? rows[id].Cast<T>() : [];

    /// <summary>What hangs on a row, by the class of the hanging rows.</summary>
    public IEnumerable<GraphRow> Hanging(Type type, long id) => _hanging.TryGetValue(type, out var rows) ? rows[id] : [];

    /// <summary>The texts of a field, one for each language. Where a merge brought two, it is the older.</summary>
    public IEnumerable<Text> Texts(long id, string field)
        => Hanging<Text>(id).Where(text => text.Field == field).DistinctBy(text => text.Language, StringComparer.Ordinal);

    /// <summary>The text of a field in the best of the configured languages; null if there is none.</summary>
    public string? Text(long id, string field) => _scope.Best(Texts(id, field))?.Value;

    /// <summary>The slug of an entity that is shown; null for any other.</summary>
    public string? Slug(long? id) => id is { } known ? _slugs.GetValueOrDefault(known) : null;

    /// <summary>The code of a country that is shown; null for any other.</summary>
    public string? Code(long? id) => id is { } known ? _codes.GetValueOrDefault(known) : null;

    /// <summary>Whether a fact that is pointed at is shown.</summary>
    public bool HasFact(long id) => _facts.Contains(id);

    /// <summary>The article that a citation is from.</summary>
    public CitedArticle? Article(long id) => _articles.GetValueOrDefault(id);

    /// <summary>
    /// What an entity is called where one name has to do: the best in the configured languages, as <c>name</c> answers; a
    /// meeting's or agreement's title, an article's title, else the slug. Of what is pointed at, only the kinds that the format asks for.
    /// </summary>
    public string Label(Entity entity)
        => entity is SourceArticle article ? article.Title
            : _scope.Best(Hanging<Name>(entity.Id))?.Value ?? _scope.Best(Texts(entity.Id, EntityNames.Title))?.Value ?? entity.Slug;

    /// <inheritdoc cref="Label(Entity)"/>
    public string? Label(long? id) => Slug(id) is { } slug ? _scope.Best(_names[id!.Value])?.Value ?? slug : null;

    private async Task LoadAsync(ExportFormat wanted, CancellationToken cancel)
    {
        var tables = _scope.Tables;
        var ids = Rows.Select(row => row.Id).ToList();
        var isEntity = tables[Kind].IsEntity;
        foreach (var table in tables.All.Where(table => table.Kind is null && table.Ends.Count > 0 && table.RowType != typeof(Dispute) && table.RowType != typeof(Claim)))
        {
            if (table.Ends[0].Target is { Kind: var owner } ? owner == Kind : isEntity) await HangAsync(table, ids, cancel).ConfigureAwait(false);
        }

        if (isEntity) await HangAsync(tables[NodeKind.Name], ids, cancel).ConfigureAwait(false);
        foreach (var fact in wanted.FactsWith(Kind)) await HangAsync(tables[fact], ids, cancel).ConfigureAwait(false);
        long[] cited = [.. ids, .. _hanging.Values.SelectMany(rows => rows.SelectMany(row => row)).OfType<NodeRow>().Select(fact => fact.Id)];
        await HangAsync(tables[NodeKind.Citation], cited, cancel).ConfigureAwait(false);
        await LoadTargetsAsync(wanted, cancel).ConfigureAwait(false);
        if (_scope.IsFiltered) LeaveOut();
    }

    private async Task HangAsync(RowTable table, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var rows = await table.ReferringAsync(_scope.Graph, table.Ends[0], ids, cancel).ConfigureAwait(false);
        _hanging[table.RowType] = ByOwner(table, rows.Where(row => row.HiddenSince is null).OrderBy(row => row.Id));
    }

    private static ILookup<long, GraphRow> ByOwner(RowTable table, IEnumerable<GraphRow> rows) => rows.ToLookup(row => table.Ends[0].Get(row)!.Value);

    /// <summary>Finds how to refer to what the rows point at.</summary>
    private async Task LoadTargetsAsync(ExportFormat wanted, CancellationToken cancel)
    {
        var graph = _scope.Graph;
        var named = new List<long>();
        var targets = Rows.Concat(_hanging.Values.SelectMany(rows => rows.SelectMany(row => row)))
            .SelectMany(row => _scope.Tables[row].References.Where(reference => reference.Target is { Kind: not null }).Select(reference => (reference.Target!.Kind, Id: reference.Get(row))))
            .Where(target => target.Id is not null).Distinct().ToLookup(target => target.Kind!.Value, target => target.Id!.Value);
        foreach (var kind in targets)
        {
            foreach (var some in kind.Chunk(RowTable.KeysAtOnce))
            {
                var fitting = await _scope.FittingAsync(kind.Key, some, cancel).ConfigureAwait(false);
                if (kind.Key == NodeKind.Country)
                {
                    var found = graph.Countries.Where(country => fitting.Contains(country.Id) && country.HiddenSince == null).Select(country => new { country.Id, country.Code });
                    foreach (var country in await found.ToListAsync(cancel).ConfigureAwait(false)) _codes[country.Id] = country.Code;
                }
                else if (_scope.Tables[kind.Key].IsEntity)
                {
                    foreach (var (id, slug) in await _scope.Tables[kind.Key].SlugsAsync(graph, fitting, cancel).ConfigureAwait(false)) _slugs[id] = slug;
                    if (wanted.LabelsOf.Contains(kind.Key)) named.AddRange(fitting);
                }
                else
                {
                    var hidden = await _scope.Tables[kind.Key].HiddenAsync(graph, some, cancel).ConfigureAwait(false);
                    _facts.UnionWith(some.Where(id => !hidden.ContainsKey(id)));
                }

                if (kind.Key == NodeKind.SourceArticle && wanted.CitesArticles) await LoadArticlesAsync(fitting, cancel).ConfigureAwait(false);
            }
        }

        if (named.Count == 0) return;
        var names = await _scope.Tables[NodeKind.Name].ReferringAsync(graph, _scope.Tables[NodeKind.Name].Ends[0], named, cancel).ConfigureAwait(false);
        _names = names.Cast<Name>().Where(name => name.HiddenSince is null).OrderBy(name => name.Id).ToLookup(name => name.SubjectId);
    }

    private async Task LoadArticlesAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = _scope.Graph.SourceArticles.Where(article => ids.Contains(article.Id) && article.HiddenSince == null)
            .Select(article => new { article.Id, article.Title, article.Url });
        foreach (var article in await found.ToListAsync(cancel).ConfigureAwait(false)) _articles[article.Id] = new CitedArticle(article.Title, article.Url);
    }

    /// <summary>A fact of what is left out is left out with it, and so is a link to it.</summary>
    private void LeaveOut()
    {
        Rows = [.. Rows.Where(Shows)];
        foreach (var type in _hanging.Keys.ToList())
        {
            var rows = _hanging[type].SelectMany(owned => owned).Where(Shows).OrderBy(row => row.Id).ToList();
            if (rows.Count > 0) _hanging[type] = ByOwner(_scope.Tables[rows[0]], rows);
            else _hanging.Remove(type);
        }
    }

    private bool Shows(GraphRow row)
        => _scope.Tables[row].Ends.All(end => end.Target is not { Kind: not null } || end.Get(row) is not { } id
            || _slugs.ContainsKey(id) || _codes.ContainsKey(id) || _facts.Contains(id));
}

/// <summary>The article that something is cited from.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it is; null if nowhere.</param>
internal sealed record CitedArticle(string Title, string? Url);
