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
}
