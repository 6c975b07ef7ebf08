using System.Text.RegularExpressions;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Mappings;

/// <summary>A value that is made of a row: a template, then what is done with its text, in this order.</summary>
internal sealed class ValueMapping
{
    /// <summary>The text that it begins with.</summary>
    public required Template Text { get; init; }

    /// <summary>What is replaced in the text.</summary>
    public IReadOnlyList<(Regex Pattern, string With)> Replacements { get; init; } = [];

    /// <summary>The value where the text is empty; null if there is none then.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>The values for texts; null if the text itself is the value.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>The value for each other text that is not empty; null if there is none.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The forms of date that the text may have; null if it is no date.</summary>
    public DateForms? Dates { get; init; }

    /// <summary>Where the other end of the range stands in which the date lies; null if nowhere.</summary>
    public Template? DateUntil { get; init; }

    /// <summary>The time that the file covers; null if not given.</summary>
    public PartialDate? Within { get; init; }

    /// <summary>Whether the text is taken without what does not tell names of organisations apart.</summary>
    public bool AlikeOrganisation { get; init; }

    /// <summary>What is written before the value; null if nothing is.</summary>
    public Template? Prefix { get; init; }

    /// <summary>Whether a row without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>The columns that it reads.</summary>
    public IEnumerable<string> Columns => new[] { Text, DateUntil, Prefix }.OfType<Template>().SelectMany(template => template.Columns);

    /// <summary>The value in a row; null if there is none.</summary>
    /// <exception cref="MappingException">The row has none, though it must, or one that cannot be.</exception>
    public MappedValue? Of(CsvRow row)
    {
        var value = Find(row);
        return value is null && Required
            ? throw row.Wrong(Column, MappingCodes.MissingValue, "The value is empty, and it has to be there.")
            : value;
    }

    /// <summary>The value in a row as a text that cannot be impossible; null if there is none.</summary>
    public string? TextOf(CsvRow row) => Of(row)?.Text;

    /// <summary>The value in a row; what the row has, and a problem more, if it cannot be.</summary>
    public MappedValue? OfOrRaw(CsvRow row, List<MappingProblem> problems)
    {
        try
        {
            return Of(row);
        }
        catch (MappingException error)
        {
            problems.Add(error.Problem);
            return Text.Of(row) is { } raw ? new MappedValue(raw, null) : null;
        }
    }

    /// <inheritdoc cref="OfOrRaw"/>
    public string? TextOrRaw(CsvRow row, List<MappingProblem> problems) => OfOrRaw(row, problems)?.Text;

    private string? Column => Text.Columns.FirstOrDefault();

    private MappedValue? Find(CsvRow row)
    {
        var text = Text.Of(row);
        foreach (var (pattern, with) in Replacements)
        {
            text = text is null ? null : pattern.Replace(text, with).Trim();
        }

        if (string.IsNullOrEmpty(text))
        {
            return WhenEmpty is null ? null : new MappedValue(WhenEmpty, null);
        }

        text = Translate(row, text);
        if (Dates is not null)
        {
            return DateOf(row, text);
        }

        text = AlikeOrganisation ? OrganisationKey.Of(text) : text;
        return new MappedValue(Prefix is null ? text : Prefix.Of(row) + text, null);
    }

    private string Translate(CsvRow row, string text)
        => Values is not null && Values.TryGetValue(text, out var value)
            ? value
            : Otherwise ?? (Values is null
                ? text
                : throw row.Wrong(
                    Column,
                    MappingCodes.UnknownValue,
                    $"'{text}' is none of the values that the mapping knows: {string.Join(", ", Values.Keys.Order(StringComparer.Ordinal))}."));

    private MappedValue DateOf(CsvRow row, string text)
    {
        var date = Read(row, text, Column);
        if (DateUntil?.Of(row) is { } other && Read(row, other, DateUntil.Columns.FirstOrDefault()) is var until && until != date)
        {
            date = PartialDate.TryParse($"[{date}..{until}]", out var range, out var error)
                ? range
                : throw row.Wrong(Column, MappingCodes.BadDate, error);
        }

        return Within is null || (date.Latest >= Within.Earliest && date.Earliest <= Within.Latest)
            ? new MappedValue(date.Text, null)
            : new MappedValue(null, row.Problem(
                Column,
                MappingCodes.ImpossibleDate,
                $"'{text}' cannot be: this file covers {Within.Earliest:yyyy-MM-dd} to {Within.Latest:yyyy-MM-dd}. The date is left unknown, and kept as this source's claim."))
            { Claim = date.Text };
    }

    private PartialDate Read(CsvRow row, string text, string? column)
        => Dates!.Read(text) is { Date: { } date } ? date : throw row.Wrong(column, MappingCodes.BadDate, Dates.Explain(text));
}

/// <summary>A value that a row gives.</summary>
/// <param name="Text">The value; null if the row gives one that cannot be.</param>
/// <param name="Notice">What is wrong with the value that the row gives; null if nothing.</param>
internal sealed record MappedValue(string? Text, MappingProblem? Notice)
{
    /// <summary>The value that cannot be, as the source gives it; null if there is none.</summary>
    public string? Claim { get; init; }
}
