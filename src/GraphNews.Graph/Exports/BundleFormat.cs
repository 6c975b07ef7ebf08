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
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Exports;

/// <summary>The format of bundles: all that a graph says. <c>docs/bundle.md</c> has it.</summary>
internal sealed class BundleFormat(Stream output) : ExportFormat
{
    private static readonly (Type Link, string Field)[] LinkFields =
    [
        (typeof(MeetingTopic), "topics"), (typeof(MeetingOccasion), "occasions"), (typeof(AgreementTopic), "topics"), (typeof(AgreementOccasion), "occasions"),
        (typeof(OccasionPlace), "places"), (typeof(Capacity), "capacity"),
    ];

    private readonly RecordWriter _lines = new(output);
    private RowTables _tables = null!;
    private ExportPage _page = null!;

    /// <summary>Most kinds come after what they point at.</summary>
    public override IReadOnlyList<NodeKind> Kinds { get; } =
    [
        NodeKind.SourceArticle, NodeKind.Publisher, NodeKind.Topic, NodeKind.Place, NodeKind.Occasion, NodeKind.Agency, NodeKind.Post, NodeKind.Official,
        NodeKind.Meeting, NodeKind.Agreement, NodeKind.AgencySuccession, NodeKind.Tenure, NodeKind.Participation, NodeKind.AgreementParty,
    ];

    public override IReadOnlyList<NodeKind> Inside => [NodeKind.Name, NodeKind.Citation];

    public override Task BeginAsync(ExportScope scope, CancellationToken cancel)
    {
        _tables = scope.Tables;
        return _lines.WriteHeaderAsync(cancel);
    }

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        _page = page;
        foreach (var row in page.Rows)
        {
            Write(_lines.Json, row);
            await _lines.EndAsync(cancel).ConfigureAwait(false);
        }
    }

    public override Task EndAsync(CancellationToken cancel) => output.FlushAsync(cancel);

    public override void Dispose() => _lines.Dispose();

    private void Write(Utf8JsonWriter json, NodeRow row)
    {
        json.WriteStartObject();
        json.WriteString("type", _page.Kind.ToString());
        json.WriteNumber("id", row.Id);
        if (row is Entity entity) json.WriteString("slug", entity.Slug);
        WriteColumns(json, row);
        WriteTexts(json, row.Id);
        WriteLinks(json, row.Id);
        WriteList(json, "names", _page.Hanging<Name>(row.Id), WriteName);
        WriteList(json, "identifiers", _page.Hanging<Identifier>(row.Id), WriteIdentifier);
        WriteCitations(json, row);
        json.WriteEndObject();
    }

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
        if (_page.Slug(id) is { } slug)
        {
            json.WriteString(field, slug);
        }
        else if (_page.Code(id) is { } code)
        {
            json.WriteStartObject(field);
            json.WriteString("code", code);
            json.WriteEndObject();
        }
        else if (_page.HasFact(id.Value))
        {
            json.WriteStartObject(field);
            json.WriteNumber("id", id.Value);
            json.WriteEndObject();
        }
    }

    private void WriteTexts(Utf8JsonWriter json, long id)
    {
        foreach (var field in _page.Hanging<Text>(id).GroupBy(text => text.Field, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
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
            var links = _page.Hanging(type, id).ToList();
            if (links.Count == 0) continue;
            json.WriteStartArray(field);
            foreach (var link in links) WriteLink(json, link);
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
            json.WriteStringValue(_page.Slug(_tables[link].Ends[1].Get(link)));
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

    private void WriteCitations(Utf8JsonWriter json, NodeRow row) => WriteList(json, "citations", _page.Hanging<Citation>(row.Id), WriteCitation);

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
