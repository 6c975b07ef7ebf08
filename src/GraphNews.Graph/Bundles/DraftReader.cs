using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Bundles;

/// <summary>Makes drafts of records: what all kinds share is read here, what is a kind's own in <see cref="RecordTypes"/>.</summary>
internal static class DraftReader
{
    /// <summary>The draft of a record.</summary>
    /// <exception cref="BundleException">The record has a field that is wrong, missing or unknown.</exception>
    public static Draft Read(BundleRecord record)
    {
        var fields = new RecordFields(record, record.Content, record.Input?.Path ?? "");
        fields.Skip(BundleHeader.Rejected);
        var name = fields.RequiredText("type");
        if (!(record.Input is null ? RecordTypes.All : RecordTypes.Inputs).TryGetValue(name, out var type))
        {
            throw fields.Wrong("type", $"has to be one of {string.Join(", ", RecordTypes.All.Keys.Order(StringComparer.Ordinal))}, and not {name}.");
        }

        var row = type.NewRow();
        var draft = new Draft(record, type.Kind, row) { Id = fields.Count("id"), Key = fields.Text("key"), Slug = row is Entity ? ReadSlug(fields) : null };
        if (row is Entity)
        {
            draft.Names.AddRange(fields.Objects("names").Select(name => ReadName(record, name)));
            draft.Identifiers.AddRange(fields.Objects("identifiers").Select(ReadIdentifier));
        }

        type.Fill(draft, fields);
        ReadCitations(draft, fields);
        fields.End();
        return draft;
    }

    private static string? ReadSlug(RecordFields fields)
        => fields.Text("slug") is not { } slug || (SlugText.IsSlug(slug) && slug.Length <= ColumnLengths.Slug)
            ? fields.Text("slug")
            : throw fields.Wrong(
                "slug", $"is '{slug}'. A slug has words of a to z and 0 to 9, joined by single hyphens, and at most {ColumnLengths.Slug} characters.");

    private static Draft ReadName(BundleRecord record, RecordFields fields)
    {
        var draft = new Draft(record, NodeKind.Name, new Name()) { Id = fields.Count("id") };
        FactRecords.FillName((Name)draft.Row, fields);
        ReadCitations(draft, fields);
        fields.End();
        return draft;
    }

    private static (string Scheme, string Value) ReadIdentifier(RecordFields fields)
    {
        var identifier = (fields.RequiredText("scheme"), fields.RequiredText("value"));
        fields.End();
        return identifier;
    }

    // Every fact is supported: by sources, or by somebody who answers for it.
    private static void ReadCitations(Draft draft, RecordFields fields)
    {
        var citations = fields.Objects("citations");
        for (var i = 0; i < citations.Count; i++)
        {
            draft.Citations.Add(ReadCitation(citations[i]));
        }

        if (draft.Row is Fact fact)
        {
            fact.StatedBy = draft.Record.Input is { } input ? citations.Count == 0 ? input.Actor : null : fields.Text("statedBy");
            if (fact.StatedBy is null && citations.Count == 0)
            {
                throw fields.Wrong("citations", "is missing. A fact needs a citation, or statedBy to say whose statement it is.");
            }
        }
    }

    internal static CitationDraft ReadCitation(RecordFields fields)
    {
        var quote = fields.Verbatim("quote");
        var locator = fields.Text("locator");
        var (start, end) = (fields.Count("start"), fields.Count("end"));
        var isQuoted = !string.IsNullOrWhiteSpace(quote) || (start is not null && end is not null);
        if (isQuoted == locator is not null)
        {
            throw fields.Wrong("quote", "and the field locator: just one of them has to be there, or start and end for the quote.");
        }

        if (locator is not null && (start ?? end) is not null)
        {
            throw fields.Wrong("start", "goes with a quote, not with a locator.");
        }

        var citation = new CitationDraft(
            fields.Count("id"), fields.WholeReference("article"), fields.Path, locator is null ? quote : null, start, end, locator,
            fields.Text("field"), fields.Text("value"), fields.Number("confidence", 0, 1))
        { AssertedBy = fields.Text("assertedBy") };
        fields.End();
        return citation;
    }
}
