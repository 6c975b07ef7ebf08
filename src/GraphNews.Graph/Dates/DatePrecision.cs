namespace GraphNews.Graph.Dates;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>The day is known: <c>2025-01-28</c>.</summary>
    Day,

    /// <summary>The month is known: <c>2025-01</c>.</summary>
    Month,

    /// <summary>The year is known: <c>2025</c>.</summary>
    Year,

    /// <summary>One day of a range is meant, and which is not known: <c>[2025-01-28..2025-01-29]</c>, <c>[..2025-01-29]</c>.</summary>
    Range,
}
