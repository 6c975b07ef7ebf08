using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Imports;

/// <summary>
/// Brings nodes that exist to what their records say. A value that the source wrote last is changed, one that nobody has
/// given is filled in; what somebody else asserts stays, and the record's value becomes a claim beside it. Names,
/// texts, identifiers, links and citations that only this source gave, and gives no longer, go.
/// </summary>
internal sealed class RecordUpdates(RunState run, GraphEdit edit, BatchReferences references, IReadOnlyList<BatchRecord> records)
{
    private readonly Dictionary<long, NodeRow> _rows = [];
    private readonly Dictionary<long, Node> _nodes = [];
    private readonly Dictionary<long, long> _canonical = [];
    private readonly Dictionary<Type, ILookup<long, GraphRow>> _links = [];
    private ILookup<long, Name> _names = Enumerable.Empty<Name>().ToLookup(name => name.SubjectId);
    private ILookup<long, Citation> _citations = Enumerable.Empty<Citation>().ToLookup(citation => citation.SubjectId);
    private LastWriters _writers = null!;
    private long _dataset;

    private string Actor => run.Source.Actor;

    /// <summary>Loads the nodes with all that hangs on them.</summary>
    /// <exception cref="RecordsRejectedException">A record says what a node that exists cannot become.</exception>
    public async Task LoadAsync(CancellationToken cancel)
    {
        if (records.Count == 0) return;
        await LoadNodesAsync(cancel).ConfigureAwait(false);
        await RejectWrongAsync(cancel).ConfigureAwait(false);
        var ids = _rows.Keys.ToList();
        var rows = new EditedRows(edit);
        _names = (await HangingAsync<Name>(rows, ids, cancel).ConfigureAwait(false)).ToLookup(name => name.SubjectId);
        long[] cited = [.. ids, .. _names.SelectMany(names => names).Select(name => name.Id)];
        _citations = (await HangingAsync<Citation>(rows, cited, cancel).ConfigureAwait(false)).ToLookup(citation => citation.SubjectId);
        foreach (var table in edit.Tables.All.Where(IsLink))
            _links[table.RowType] = (await rows.ReferringAsync(table.Ends[0], ids, cancel).ConfigureAwait(false))
                .Where(row => row.HiddenSince is null).ToLookup(row => table.Ends[0].Get(row)!.Value);
        _writers = await LastWriters.OfAsync(edit.Context, cited, cancel).ConfigureAwait(false);
    }

    /// <summary>Changes what is the source's to change.</summary>
    public async Task ApplyAsync(CancellationToken cancel)
    {
        var disputed = new HashSet<long>();
        foreach (var record in records)
        {
            var row = _rows[_canonical[record.NodeId]];
            var wanted = new Dictionary<long, List<(Citation Citation, long KeptId)>>();
            await RestoreAsync(record, cancel).ConfigureAwait(false);
            if (row.HiddenSince is not null && _nodes[row.Id].RetractedVersion is not null) continue;

            var claims = await SetColumnsAsync(record, record.Draft, row, cancel).ConfigureAwait(false);
            claims.AddRange(SetTexts(record, row.Id));
            SetIdentifiers(record, row.Id);
            SetLinks(record, row.Id);
            await AddCitationsAsync(record, record.Draft, row.Id, claims, wanted, cancel).ConfigureAwait(false);
            await SetNamesAsync(record, row.Id, wanted, cancel).ConfigureAwait(false);
            foreach (var (subject, citations) in wanted)
            {
                if (SetCitations(record, subject, citations) || record.IsChanged) disputed.Add(subject);
            }
        }

        disputed.RemoveWhere(subject => !_citations[subject].Any(c => c.Value is not null) && !Added(subject));
        if (disputed.Count > 0) await DisputeSettling.RunAsync(edit, disputed, cancel).ConfigureAwait(false);
    }

    private bool Added(long subject)
        => edit.New.Rows.Values.OfType<Citation>().Any(citation => citation.SubjectId == subject && citation.Value is not null);

    private bool IsLink(RowTable table)
        => table.Kind is null && table.Ends is [{ IsToNode: true }, ..] && table.RowType != typeof(Dispute) && records.Any(record => IsOwnedBy(table, record.Draft.Kind));

    private bool IsOwnedBy(RowTable table, NodeKind kind)
        => table.Ends[0].Target is { Kind: { } owner } ? owner == kind : edit.Tables[kind].IsEntity;

    private async Task LoadNodesAsync(CancellationToken cancel)
    {
        long[] ids = [.. records.Select(record => record.NodeId)];
        await FindNodesAsync(ids, cancel).ConfigureAwait(false);
        foreach (var id in ids) _canonical[id] = _nodes[id].CanonicalId;
        await FindNodesAsync([.. _canonical.Values.Except(ids)], cancel).ConfigureAwait(false);
        foreach (var kind in records.GroupBy(record => record.Draft.Kind, record => _canonical[record.NodeId]))
        {
            foreach (var row in await edit.Tables[kind.Key].FindAsync(edit.Context, kind.Distinct(), cancel).ConfigureAwait(false))
                _rows[row.Id] = (NodeRow)row;
        }

        // What records point at is compared with what rows hold, which is what stands for it.
        long[] targets = [.. records.SelectMany(record => RecordGraph.References(record.Draft)).Select(references.Node).Distinct().Where(id => !_canonical.ContainsKey(id))];
        foreach (var some in targets.Chunk(RowTable.KeysAtOnce))
        {
            var found = edit.Context.Nodes.AsNoTracking().Where(node => some.Contains(node.Id)).Select(node => new { node.Id, node.CanonicalId });
            foreach (var node in await found.ToListAsync(cancel).ConfigureAwait(false)) _canonical[node.Id] = node.CanonicalId;
        }
    }

    private async Task FindNodesAsync(long[] ids, CancellationToken cancel)
    {
        foreach (var some in ids.Chunk(RowTable.KeysAtOnce))
        {
            foreach (var node in await edit.Context.Nodes.Where(node => some.Contains(node.Id)).ToListAsync(cancel).ConfigureAwait(false))
                _nodes[node.Id] = node;
        }
    }

    private async Task RejectWrongAsync(CancellationToken cancel)
    {
        var wrong = new List<(int, string)>();
        foreach (var record in records)
        {
            var row = _rows[_canonical[record.NodeId]];
            if (row is SourceArticle { Text: { } text } && record.Draft.Row is SourceArticle { Text: { } other } && text != other)
                wrong.Add((record.Ordinal, "The article's text is not the one that the graph has, and citations count its characters. Give the new text as an article of its own, with another key and slug."));
            else if (await IsInCircleAsync(record, row, cancel).ConfigureAwait(false))
                wrong.Add((record.Ordinal, $"The field {BatchReferences.ParentReference(record)!.Field} would make it a part of itself: what it points at is a part of it."));
        }

        if (wrong.Count > 0) throw new RecordsRejectedException(wrong);
    }

    private async Task<bool> IsInCircleAsync(BatchRecord record, NodeRow row, CancellationToken cancel)
    {
        if (BatchReferences.ParentReference(record) is not { } parent) return false;
        var column = edit.Tables[row].References.Single(reference => reference.Target?.Kind == record.Draft.Kind);
        var next = (long?)Canonical(references.Node(parent.Reference));
        if (next == column.Get(row)) return false;
        for (var steps = 0; next is { } id && steps < RowTable.KeysAtOnce; steps++)
        {
            if (id == row.Id) return true;
            var above = (await edit.Tables[row].FindAsync(edit.Context, [id], cancel).ConfigureAwait(false)).FirstOrDefault();
            next = above is null ? null : column.Get(above);
        }

        return false;
    }

    private long Canonical(long id) => _canonical.GetValueOrDefault(id, id);

    private async Task RestoreAsync(BatchRecord record, CancellationToken cancel)
    {
        // What this source let go and now has again shows again; what somebody else retracted stays so.
        var node = _nodes[record.NodeId];
        if (node.RetractedVersion is null || _writers.Of(node.Id, nameof(Node.RetractedVersion))?.Actor != Actor) return;
        node.RetractedVersion = null;
        record.IsChanged = true;
        await edit.SaveAsync(cancel).ConfigureAwait(false);
    }

    private async Task<List<(string Field, string Value)>> SetColumnsAsync(BatchRecord record, Draft draft, NodeRow row, CancellationToken cancel)
    {
        var claims = new List<(string, string)>();
        foreach (var column in FieldText.Columns(edit.Tables[row]).Where(IsAsserted))
        {
            var property = column.PropertyInfo!;
            var (old, said) = (property.GetValue(row), property.GetValue(draft.Row));
            if (column is IProperty key && key.IsForeignKey() && said is long id) said = Canonical(id);
            if (Equals(old, said)) continue;
            var last = _writers.Of(row.Id, column.Name);
            if (IsEmpty(said) ? last?.Actor == Actor && !IsEmpty(old) : (IsEmpty(old) && last is null or { IsFirst: true }) || last?.Actor == Actor)
            {
                property.SetValue(row, property.GetValue(draft.Row));
                record.IsChanged = true;
            }
            else if (!IsEmpty(said) && await ClaimAsync(draft, row, column, cancel).ConfigureAwait(false) is { } claim)
            {
                record.Claims.Add($"{claim.Field}: {claim.Value} beside {await FieldText.OfAsync(edit, row, column, cancel).ConfigureAwait(false) ?? "nothing"}");
                claims.Add(claim);
            }
        }

        if (row is SourceArticle { Text: null } article && draft.Row is SourceArticle { Text: not null } given)
        {
            (article.Text, article.ContentHash) = (given.Text, given.ContentHash);
            record.IsChanged = true;
        }

        return claims;
    }

    private async Task<(string Field, string Value)?> ClaimAsync(Draft draft, NodeRow row, IPropertyBase column, CancellationToken cancel)
        => column.Name != nameof(Fact.StatedBy) && await FieldText.OfAsync(edit, draft.Row, column, cancel).ConfigureAwait(false) is { } value
            ? (FieldText.Field(column), value)
            : null;

    private static bool IsAsserted(IPropertyBase column)
        => column.Name is not (nameof(Entity.Slug) or nameof(SourceArticle.ContentHash) or nameof(SourceArticle.Text) or nameof(Name.SubjectId)
            or nameof(Name.Value) or nameof(Name.Language) or nameof(Name.Script));

    private static bool IsEmpty(object? value)
        => value is null or "" or PartialDate { IsUnknown: true } || (value is Enum member && Convert.ToInt32(member, null) == 0);

    private List<(string Field, string Value)> SetTexts(BatchRecord record, long id)
    {
        var claims = new List<(string, string)>();
        if (!_links.TryGetValue(typeof(Text), out var links)) return claims;
        var old = links[id].Cast<Text>().ToList();
        foreach (var text in record.Draft.Texts)
        {
            var has = old.Find(t => t.Field == text.Field && t.Language == text.Language && t.Value == text.Value)
                ?? old.Find(t => t.Field == text.Field && t.Language == text.Language);
            old.Remove(has!);
            if (has is null)
            {
                RecordCreation.AddText(edit, text, id);
                record.IsChanged = true;
            }
            else if (has.Value == text.Value)
            {
                continue;
            }
            else if (IsOurs(has))
            {
                has.Value = text.Value;
                record.IsChanged = true;
            }
            else
            {
                record.Claims.Add($"{text.Field}: \"{text.Value}\" beside \"{has.Value}\"");
                claims.Add((text.Field, text.Value));
            }
        }

        RemoveOurs(record, old);
        return claims;
    }

    private void SetIdentifiers(BatchRecord record, long id)
    {
        if (!_links.TryGetValue(typeof(Identifier), out var links)) return;
        var old = links[id].Cast<Identifier>().ToList();
        foreach (var identifier in record.Draft.Identifiers)
        {
            if (old.Find(has => has.Scheme == identifier.Scheme && has.Value == identifier.Value) is { } has)
            {
                old.Remove(has);
                continue;
            }

            RecordCreation.AddIdentifier(edit, identifier, id);
            record.IsChanged = true;
        }

        RemoveOurs(record, old);
    }

    private void SetLinks(BatchRecord record, long id)
    {
        foreach (var table in edit.Tables.All.Where(table => table.RowType != typeof(Text) && table.RowType != typeof(Identifier) && _links.ContainsKey(table.RowType)
            && IsOwnedBy(table, record.Draft.Kind)))
        {
            var old = _links[table.RowType][id].ToList();
            foreach (var link in record.Draft.Links.Where(link => link.Row.GetType() == table.RowType))
            {
                link.SetOwner(id);
                if (old.Find(has => table.References.All(end => end.Get(has) == (end.Get(link.Row) is { } target ? Canonical(target) : null))) is { } same)
                {
                    old.Remove(same);
                    continue;
                }

                edit.AddLink(link.Row);
                record.IsChanged = true;
            }

            RemoveOurs(record, old);
        }
    }

    private async Task SetNamesAsync(BatchRecord record, long id, Dictionary<long, List<(Citation, long)>> wanted, CancellationToken cancel)
    {
        var old = _names[id].ToList();
        foreach (var draft in record.Draft.Names)
        {
            var name = (Name)draft.Row;
            if (old.Find(has => has.Value == name.Value && has.Language == name.Language) is { } has)
            {
                old.Remove(has);
                var claims = await SetColumnsAsync(record, draft, has, cancel).ConfigureAwait(false);
                await AddCitationsAsync(record, draft, has.Id, claims, wanted, cancel).ConfigureAwait(false);
                continue;
            }

            RecordCreation.AddName(edit, draft, id);
            await AddCitationsAsync(record, draft, name.Id, [], wanted, cancel).ConfigureAwait(false);
            record.IsChanged = true;
        }

        foreach (var name in old.Where(name => _writers.IsAlone(name.Id, Actor) && _citations[name.Id].All(citation => citation.AssertedBy == Actor)))
        {
            (await edit.NodeAsync(name.Id, cancel).ConfigureAwait(false)).RetractedVersion = edit.Version;
            record.IsChanged = true;
        }
    }

    private async Task AddCitationsAsync(
        BatchRecord record, Draft cited, long subject, List<(string Field, string Value)> claims, Dictionary<long, List<(Citation, long)>> wanted, CancellationToken cancel)
    {
        var citations = cited.Citations.ConvertAll(draft => (RecordCreation.Citation(draft, references, subject, Actor), draft.KeptId));
        foreach (var (field, value) in claims) citations.Add((await ClaimAsync(record, cited, subject, field, value, cancel).ConfigureAwait(false), 0));
        wanted[subject] = citations;
    }

    /// <summary>The citation of a value that is not taken over: where the record cites the field, else the record, else its place in the source.</summary>
    private async Task<Citation> ClaimAsync(BatchRecord record, Draft cited, long subject, string field, string value, CancellationToken cancel)
    {
        var text = value.Length <= ColumnLengths.Passage ? value : value[..ColumnLengths.Passage];
        if ((cited.Citations.Find(citation => citation.Field == field) ?? cited.Citations.Find(citation => citation.Field is null)) is { } draft)
            return RecordCreation.Citation(draft with { Field = field, Value = text }, references.Quote(draft), references.Node(draft.Article), subject, Actor);

        return new Citation
        {
            SubjectId = subject,
            ArticleId = await DatasetAsync(cancel).ConfigureAwait(false),
            Locator = RunState.Locator(record.Draft.Record),
            Field = field,
            Value = text,
            AssertedBy = Actor,
        };
    }

    private async Task<long> DatasetAsync(CancellationToken cancel)
    {
        if (_dataset != 0) return _dataset;
        var slug = run.DatasetSlug;
        var ordinal = run.Records.Find(RecordKey.Of(new BundleReference.BySlug(slug)));
        _dataset = ordinal >= 0 && run.Records.Node(ordinal) is > 0 and var node
            ? node
            : await edit.Context.SourceArticles.Where(article => article.Slug == slug && article.HiddenSince == null).Select(article => article.Id)
                .FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (_dataset == 0) _dataset = edit.Add(new SourceArticle { Slug = slug, Kind = ArticleKind.Dataset, Title = run.Source.Key }).Id;
        return _dataset;
    }

    /// <summary>Adds the citations that are new and retracts those that the source gives no longer; whether there were any.</summary>
    private bool SetCitations(BatchRecord record, long subject, List<(Citation Citation, long KeptId)> wanted)
    {
        var isChanged = false;
        var old = _citations[subject].ToList();
        foreach (var (citation, keptId) in wanted)
        {
            if (old.Find(has => IsSame(has, citation)) is { } same)
            {
                old.Remove(same);
                continue;
            }

            RecordCreation.AddCitation(edit, citation, keptId);
            isChanged = true;
        }

        foreach (var gone in old.Where(citation => citation.AssertedBy == Actor))
        {
            var node = edit.Context.Nodes.Find(gone.Id)!;
            if (node.RetractedVersion is not null) continue;
            node.RetractedVersion = edit.Version;
            isChanged = true;
        }

        record.IsChanged |= isChanged;
        return isChanged;
    }

    private bool IsSame(Citation has, Citation wanted)
        => has.ArticleId == Canonical(wanted.ArticleId) && has.Quote == wanted.Quote && has.Start == wanted.Start && has.End == wanted.End
            && has.Locator == wanted.Locator && has.Field == wanted.Field && has.Value == wanted.Value && has.Confidence == wanted.Confidence
            && has.AssertedBy == wanted.AssertedBy;

    private bool IsOurs(GraphRow link)
        => FieldText.Columns(edit.Tables[link]).All(column => _writers.Of(link.Id, column.Name) is not { } last || last.Actor == Actor);

    private void RemoveOurs<T>(BatchRecord record, IEnumerable<T> links)
        where T : GraphRow
    {
        foreach (var link in links.Where(IsOurs))
        {
            edit.Remove(link);
            record.IsChanged = true;
        }
    }

    private async Task<IEnumerable<T>> HangingAsync<T>(EditedRows rows, IReadOnlyCollection<long> ids, CancellationToken cancel)
        where T : NodeRow
        => (await rows.ReferringAsync(edit.Tables[Enum.Parse<NodeKind>(typeof(T).Name)].Ends[0], ids, cancel).ConfigureAwait(false))
            .Cast<T>().Where(row => row.HiddenSince is null);
}
