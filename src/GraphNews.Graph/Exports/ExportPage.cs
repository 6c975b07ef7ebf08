using System.Globalization;
using System.Text.Json;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Exports;

/// <summary>Rows of one kind with all that a record holds of them. Each table is asked once for a page.</summary>
internal sealed class ExportPage
{
    private static readonly (Type Link, string Field)[] LinkFields =
    [
        (typeof(MeetingTopic), "topics"), (typeof(MeetingOccasion), "occasions"), (typeof(AgreementTopic), "topics"), (typeof(AgreementOccasion), "occasions"),
        (typeof(OccasionPlace), "places"), (typeof(Capacity), "capacity"),
    ];

    private readonly RowTables _tables;
    private readonly NodeKind _kind;
    private readonly Dictionary<long, string> _slugs = [];
    private readonly Dictionary<long, string> _codes = [];
    private readonly HashSet<long> _facts = [];
    private readonly Dictionary<Type, ILookup<long, GraphRow>> _hanging = [];

    private ExportPage(RowTables tables, NodeKind kind, IReadOnlyList<NodeRow> rows) => (_tables, _kind, Rows) = (tables, kind, rows);

    /// <summary>The rows.</summary>
    public IReadOnlyList<NodeRow> Rows { get; }

    /// <summary>Loads what hangs on the rows, and what they point at.</summary>
    public static async Task<ExportPage> LoadAsync(GraphDbContext graph, RowTables tables, NodeKind kind, IReadOnlyList<NodeRow> rows, CancellationToken cancel)
    {
        var page = new ExportPage(tables, kind, rows);
        if (rows.Count > 0) await page.LoadAsync(graph, cancel).ConfigureAwait(false);
        return page;
    }

    /// <summary>Writes a row as a record.</summary>
    public void Write(Utf8JsonWriter json, NodeRow row)
    {
        json.WriteStartObject();
        json.WriteString("type", _kind.ToString());
        json.WriteNumber("id", row.Id);
        if (row is Entity entity) json.WriteString("slug", entity.Slug);
        WriteColumns(json, row);
        WriteTexts(json, row.Id);
        WriteLinks(json, row.Id);
        WriteList(json, "names", Hanging<Name>(row.Id), WriteName);
        WriteList(json, "identifiers", Hanging<Identifier>(row.Id), WriteIdentifier);
        WriteCitations(json, row);
        json.WriteEndObject();
    }

    private async Task LoadAsync(GraphDbContext graph, CancellationToken cancel)
    {
        var ids = Rows.Select(row => row.Id).ToList();
        var isEntity = _tables[_kind].IsEntity;
        foreach (var table in _tables.All.Where(table => table.Kind is null && table.Ends.Count > 0 && table.RowType != typeof(Dispute) && table.RowType != typeof(Claim)))
        {
            if (table.Ends[0].Target is { Kind: var owner } ? owner == _kind : isEntity) await HangAsync(graph, table, ids, cancel).ConfigureAwait(false);
        }

        if (isEntity) await HangAsync(graph, _tables[NodeKind.Name], ids, cancel).ConfigureAwait(false);
        long[] cited = [.. ids, .. _hanging.GetValueOrDefault(typeof(Name))?.SelectMany(names => names).Select(name => name.Id) ?? []];
        await HangAsync(graph, _tables[NodeKind.Citation], cited, cancel).ConfigureAwait(false);
        await LoadTargetsAsync(graph, cancel).ConfigureAwait(false);
    }

    private async Task HangAsync(GraphDbContext graph, RowTable table, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var rows = await table.ReferringAsync(graph, table.Ends[0], ids, cancel).ConfigureAwait(false);
        _hanging[table.RowType] = rows.Where(row => row.HiddenSince is null).OrderBy(row => row.Id).ToLookup(row => table.Ends[0].Get(row)!.Value);
    }

    /// <summary>Finds how to refer to what the rows point at; what is hidden is not referred to.</summary>
    private async Task LoadTargetsAsync(GraphDbContext graph, CancellationToken cancel)
    {
        var targets = Rows.Concat(_hanging.Values.SelectMany(rows => rows.SelectMany(row => row)))
            .SelectMany(row => _tables[row].References.Where(reference => reference.Target is { Kind: not null }).Select(reference => (reference.Target!.Kind, Id: reference.Get(row))))
            .Where(target => target.Id is not null).Distinct().ToLookup(target => target.Kind!.Value, target => target.Id!.Value);
        foreach (var kind in targets)
        {
            foreach (var some in kind.Chunk(RowTable.KeysAtOnce))
            {
                if (kind.Key == NodeKind.Country)
                {
                    var found = graph.Countries.Where(country => some.Contains(country.Id) && country.HiddenSince == null).Select(country => new { country.Id, country.Code });
                    foreach (var country in await found.ToListAsync(cancel).ConfigureAwait(false)) _codes[country.Id] = country.Code;
                }
                else if (_tables[kind.Key].IsEntity)
                {
                    foreach (var (id, slug) in await _tables[kind.Key].SlugsAsync(graph, some, cancel).ConfigureAwait(false)) _slugs[id] = slug;
                }
                else
                {
                    var hidden = await _tables[kind.Key].HiddenAsync(graph, some, cancel).ConfigureAwait(false);
                    _facts.UnionWith(some.Where(id => !hidden.ContainsKey(id)));
                }
            }
        }
    }

    private IEnumerable<T> Hanging<T>(long id)
        where T : GraphRow
        => _hanging.TryGetValue(typeof(T), out var rows) ? rows[id].Cast<T>() : [];

    private void WriteColumns(Utf8JsonWriter json, NodeRow row)
    {
        foreach (var column in _tables.Logged(row.GetType()).Columns)
        {
            if (column.Property.Name is nameof(Entity.Slug) or nameof(SourceArticle.ContentHash) or nameof(Name.SubjectId) or nameof(Name.Script)) continue;
            if (column.Property is IProperty key && key.IsForeignKey()) WriteReference(json, FieldText.Field(key), (long?)column.Read(row));
            else WriteValue(json, FieldText.Field(column.Property), column.Property.PropertyInfo!.GetValue(row));
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string field, object? value)
    {
        switch (value)
        {
            case null or "" or PartialDate { IsUnknown: true }:
                break;
            case PartialDate date:
                json.WriteString(field, date.Text);
                break;
            case Enum member when Convert.ToInt32(member, CultureInfo.InvariantCulture) == 0:
                break;
            case Enum member:
                json.WriteString(field, EnumNames.Of(member));
                break;
            case double number:
                json.WriteNumber(field, number);
                break;
            case DateTime moment:
                json.WriteString(field, moment.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteString(field, day.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString(field, (string)value);
                break;
        }
    }

    private void WriteReference(Utf8JsonWriter json, string field, long? id)
    {
        if (id is null) return;
        if (_slugs.TryGetValue(id.Value, out var slug))
        {
            json.WriteString(field, slug);
        }
        else if (_codes.TryGetValue(id.Value, out var code))
        {
            json.WriteStartObject(field);
            json.WriteString("code", code);
            json.WriteEndObject();
        }
        else if (_facts.Contains(id.Value))
        {
            json.WriteStartObject(field);
            json.WriteNumber("id", id.Value);
            json.WriteEndObject();
        }
    }

    private void WriteTexts(Utf8JsonWriter json, long id)
    {
        foreach (var field in Hanging<Text>(id).GroupBy(text => text.Field, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(field.Key);
            foreach (var text in field.DistinctBy(text => text.Language, StringComparer.Ordinal)) json.WriteString(text.Language, text.Value);
            json.WriteEndObject();
        }
    }

    private void WriteLinks(Utf8JsonWriter json, long id)
    {
        foreach (var (type, field) in LinkFields)
        {
            if (!_hanging.TryGetValue(type, out var links) || !links[id].Any()) continue;
            json.WriteStartArray(field);
            foreach (var link in links[id]) WriteLink(json, link);
            json.WriteEndArray();
        }
    }

    private void WriteLink(Utf8JsonWriter json, GraphRow link)
    {
        if (link is Capacity capacity)
        {
            json.WriteStartObject();
            WriteReference(json, "post", capacity.PostId);
            WriteReference(json, "tenure", capacity.TenureId);
            json.WriteEndObject();
        }
        else
        {
            json.WriteStringValue(_slugs[_tables[link].Ends[1].Get(link)!.Value]);
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string field, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var isBegun = false;
        foreach (var row in rows)
        {
            if (!isBegun) json.WriteStartArray(field);
            isBegun = true;
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        if (isBegun) json.WriteEndArray();
    }

    private void WriteName(Utf8JsonWriter json, Name name)
    {
        json.WriteNumber("id", name.Id);
        WriteColumns(json, name);
        WriteCitations(json, name);
    }

    private static void WriteIdentifier(Utf8JsonWriter json, Identifier identifier)
    {
        json.WriteString("scheme", identifier.Scheme);
        json.WriteString("value", identifier.Value);
    }

    private void WriteCitations(Utf8JsonWriter json, NodeRow row) => WriteList(json, "citations", Hanging<Citation>(row.Id), WriteCitation);

    private void WriteCitation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteNumber("id", citation.Id);
        WriteReference(json, "article", citation.ArticleId);
        if (citation.Quote is { } quote) json.WriteString("quote", quote);
        if (citation.Start is { } start) json.WriteNumber("start", start);
        if (citation.End is { } end) json.WriteNumber("end", end);
        WriteValue(json, "locator", citation.Locator);
        WriteValue(json, "field", citation.Field);
        WriteValue(json, "value", citation.Value);
        WriteValue(json, "confidence", citation.Confidence);
        json.WriteString("assertedBy", citation.AssertedBy);
    }
}
