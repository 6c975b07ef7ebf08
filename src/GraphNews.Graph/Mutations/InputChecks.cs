using System.Text;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Mutations;

/// <summary>What inputs are asked besides what records are: lengths with the place of the field, and ends after their starts.</summary>
internal static class InputChecks
{
    /// <exception cref="InputException">A field is too long, or an end lies before its start.</exception>
    public static void Check(RowTables tables, Draft draft)
    {
        var path = draft.Record.Input!.Path;
        CheckRow(tables, draft.Row, path);
        for (var i = 0; i < draft.Names.Count; i++) CheckRow(tables, draft.Names[i].Row, $"{path}names[{i}].");
        foreach (var texts in draft.Texts.GroupBy(text => text.Field))
        {
            foreach (var (i, text) in texts.Index()) Fit(text.Value, Longest<Text>(tables, nameof(Text.Value)), $"{path}{text.Field}[{i}].value");
        }

        for (var i = 0; i < draft.Identifiers.Count; i++)
        {
            Fit(draft.Identifiers[i].Scheme, Longest<Identifier>(tables, nameof(Identifier.Scheme)), $"{path}identifiers[{i}].scheme");
            Fit(draft.Identifiers[i].Value, Longest<Identifier>(tables, nameof(Identifier.Value)), $"{path}identifiers[{i}].value");
        }

        foreach (var citation in draft.Names.Append(draft).SelectMany(cited => cited.Citations)) Check(tables, citation);
    }

    /// <exception cref="InputException">A part of the citation is too long.</exception>
    public static void Check(RowTables tables, CitationDraft citation)
    {
        foreach (var (column, value) in new[] { (nameof(Citation.Quote), citation.Quote), (nameof(Citation.Locator), citation.Locator), (nameof(Citation.Field), citation.Field), (nameof(Citation.Value), citation.Value) })
            if (value is not null) Fit(value, Longest<Citation>(tables, column), $"{citation.Path}.{CamelCase.Of(column)}");
    }

    /// <summary>The reason as the change log keeps it; null if none is given.</summary>
    /// <exception cref="InputException">It is too long, or has characters that do not show.</exception>
    public static string? ReadReason(IReadOnlyDictionary<string, object?> input)
    {
        if (input.GetValueOrDefault("reason") is not string reason) return null;
        Show(reason, "reason");
        Fit(reason, ColumnLengths.Passage, "reason");
        return reason.Trim() is { Length: > 0 } text ? NameFolding.WellFormed(text).Normalize(NormalizationForm.FormC) : null;
    }

    /// <exception cref="InputException">A short text has characters that do not show, or cannot be kept.</exception>
    public static void Show(string text, string field)
    {
        if (WrittenCharacters.Hidden(text) is { } hidden)
            throw InputException.Value(ErrorCodes.InvalidInput, $"It has the invisible character U+{(int)hidden:X4}. Leave it out.", InputPath.Of(field));
    }

    /// <param name="row">The row as it is to be.</param>
    /// <param name="place">Where the input has one of the two dates; null if it has not.</param>
    /// <exception cref="InputException">A date that ends something lies before the one that begins it.</exception>
    public static void CheckOrder(NodeRow row, Func<string, string?> place)
    {
        foreach (var (start, starts, end, ends) in Spans(row))
        {
            if (!start.IsUnknown && !end.IsUnknown && end.Latest < start.Earliest)
                throw InputException.Value(ErrorCodes.InvalidInput, $"The end {end.Text} lies before the start {start.Text}.", InputPath.Of(place(ends) ?? place(starts) ?? ""));
        }
    }

    private static void CheckRow(RowTables tables, NodeRow row, string path)
    {
        foreach (var column in FieldText.Columns(tables[row]).OfType<IProperty>().Where(column => column.ClrType == typeof(string)))
        {
            if (column.GetMaxLength() is { } longest && column.GetGetter().GetClrValue(row) is string value)
                Fit(value, longest, path + FieldText.Field(column));
        }

        CheckOrder(row, field => path + field);
    }

    private static int Longest<TRow>(RowTables tables, string column)
        => tables.All.Single(table => table.RowType == typeof(TRow)).Model.FindProperty(column)!.GetMaxLength() ?? int.MaxValue;

    private static void Fit(string value, int longest, string field)
    {
        if (value.Length > longest)
            throw InputException.Value(ErrorCodes.ValueTooLong, $"It has {value.Length} characters; at most {longest} are kept.", InputPath.Of(field));
    }

    private static IEnumerable<(PartialDate Start, string Starts, PartialDate End, string Ends)> Spans(NodeRow row) => row switch
    {
        Official official => [(official.BirthDate, "birthDate", official.DeathDate, "deathDate")],
        Agency agency => [(agency.Founded, "founded", agency.Dissolved, "dissolved")],
        Meeting meeting => [(meeting.Starts, "starts", meeting.Ends, "ends")],
        Agreement agreement => [(agreement.Signed, "signed", agreement.Ended, "ended"), (agreement.InForce, "inForce", agreement.Ended, "ended")],
        Occasion occasion => [(occasion.Starts, "starts", occasion.Ends, "ends")],
        Tenure tenure =>
        [
            (tenure.From, "from", tenure.Until, "until"),
            (Day(tenure.AttestedFirst), "attestedFirst", Day(tenure.AttestedLast), "attestedLast"),
        ],
        Name name => [(name.ValidFrom, "validFrom", name.ValidUntil, "validUntil")],
        _ => [],
    };

    private static PartialDate Day(DateOnly? day) => day is { } known ? PartialDate.On(known) : PartialDate.Unknown;
}
