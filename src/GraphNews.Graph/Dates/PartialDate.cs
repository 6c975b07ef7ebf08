using System.Diagnostics.CodeAnalysis;

namespace GraphNews.Graph.Dates;

/// <summary>
/// A date as far as it is known: an EDTF level 0 date (<c>2025</c>, <c>2025-01</c>, <c>2025-01-28</c>) or a range of
/// which one day is meant (<c>[2025-01-28..2025-01-29]</c>, <c>[..2025-01-29]</c>). Kept as given, with the earliest
/// and latest day that it can mean. No column is null: unknown dates sort first on every storage.
/// Source: Extended Date/Time Format, ISO 8601-2:2019.
/// </summary>
public sealed record PartialDate
{
    /// <summary>The text as given; empty if the date is unknown.</summary>
    public required string Text { get; init; }

    /// <summary>The earliest day; <see cref="DateOnly.MinValue"/> if unknown or open.</summary>
    public required DateOnly Earliest { get; init; }

    /// <summary>The latest day; <see cref="DateOnly.MinValue"/> if unknown, <see cref="DateOnly.MaxValue"/> if open.</summary>
    public required DateOnly Latest { get; init; }

    /// <summary>Nothing is known of the date.</summary>
    public static PartialDate Unknown { get; } =
        new() { Text = "", Earliest = DateOnly.MinValue, Latest = DateOnly.MinValue };

    /// <summary>Whether nothing is known of the date.</summary>
    public bool IsUnknown => Text.Length == 0;

    /// <summary>How exactly the date is known; null if it is unknown.</summary>
    public DatePrecision? Precision => PrecisionOf(Text);

    /// <summary>How exactly a date with this text is known; null if the text is empty.</summary>
    /// <param name="text">The <see cref="Text"/> of a date.</param>
    public static DatePrecision? PrecisionOf(string text) => text.Length switch
    {
        0 => null,
        4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        10 when text[0] != '[' => DatePrecision.Day,
        _ => DatePrecision.Range,
    };

    /// <summary>The date that is only one day.</summary>
    public static PartialDate On(DateOnly day) => new() { Text = EdtfText.Day(day), Earliest = day, Latest = day };

    /// <summary>Reads a date of years 0001 to 9999 in the proleptic Gregorian calendar.</summary>
    /// <param name="text">The date; space around it does not count.</param>
    /// <exception cref="FormatException">It is no such date. The message says what is wrong with it.</exception>
    public static PartialDate Parse(string text)
        => TryParse(text, out var date, out var error) ? date : throw new FormatException(error);

    /// <summary>Reads a date of years 0001 to 9999 in the proleptic Gregorian calendar.</summary>
    /// <param name="text">The date; space around it does not count.</param>
    /// <param name="date">The date, if it is one.</param>
    /// <param name="error">A sentence that says what is wrong with it, if it is none.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out PartialDate? date,
        [NotNullWhen(false)] out string? error)
    {
        (date, error) = EdtfText.Read(text?.Trim() ?? "");
        return date is not null;
    }

    /// <summary>The text as given; empty if the date is unknown.</summary>
    public override string ToString() => Text;
}
