using GraphNews.Graph.Agencies;
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
        foreach (var (field, language, value) in draft.Texts)
            Fit(value, Longest<Text>(tables, nameof(Text.Value)), $"{path}{field}", $"The text in the language '{language}'");
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

    /// <exception cref="InputException">The reason is too long.</exception>
    public static void CheckReason(string? reason)
    {
        if (reason is not null) Fit(reason, ColumnLengths.Passage, "reason");
    }

    /// <exception cref="InputException">A date that ends something lies before the one that begins it.</exception>
    public static void CheckOrder(NodeRow row, string path)
    {
        foreach (var (start, end, field) in Spans(row))
        {
            if (!start.IsUnknown && !end.IsUnknown && end.Latest < start.Earliest)
                throw InputException.Value(ErrorCodes.InvalidInput, $"The end {end.Text} lies before the start {start.Text}.", InputPath.Of(path + field));
        }
    }

    private static void CheckRow(RowTables tables, NodeRow row, string path)
    {
        foreach (var column in FieldText.Columns(tables[row]).OfType<IProperty>().Where(column => column.ClrType == typeof(string)))
        {
            if (column.GetMaxLength() is { } longest && column.GetGetter().GetClrValue(row) is string value)
                Fit(value, longest, path + FieldText.Field(column));
        }

        CheckOrder(row, path);
    }

    private static int Longest<TRow>(RowTables tables, string column)
        => tables.All.Single(table => table.RowType == typeof(TRow)).Model.FindProperty(column)!.GetMaxLength() ?? int.MaxValue;

    private static void Fit(string value, int longest, string field, string what = "It")
    {
        if (value.Length > longest)
            throw InputException.Value(ErrorCodes.ValueTooLong, $"{what} has {value.Length} characters; at most {longest} are kept.", InputPath.Of(field));
    }

    private static IEnumerable<(PartialDate Start, PartialDate End, string Field)> Spans(NodeRow row) => row switch
    {
        Official official => [(official.BirthDate, official.DeathDate, "deathDate")],
        Agency agency => [(agency.Founded, agency.Dissolved, "dissolved")],
        Meeting meeting => [(meeting.Starts, meeting.Ends, "ends")],
        Occasion occasion => [(occasion.Starts, occasion.Ends, "ends")],
        Tenure tenure => [(tenure.From, tenure.Until, "until")],
        Name name => [(name.ValidFrom, name.ValidUntil, "validUntil")],
        _ => [],
    };
}
