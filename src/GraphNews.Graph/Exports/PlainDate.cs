using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Exports;

/// <summary>
/// Dates for formats that know years, months and days, and no ranges: what the first and the last day of a range share, which
/// is less than the graph knows but never more; nothing where they share no year.
/// </summary>
internal static class PlainDate
{
    /// <summary>The date; null if nothing of it can be said.</summary>
    public static string? Of(PartialDate date, ExportLosses losses)
    {
        if (date.IsUnknown) return null;
        if (date.Precision != DatePrecision.Range) return date.Text;

        losses.Add(LossNames.Ranges);
        if (date.Earliest.Year != date.Latest.Year) return null;
        var shared = PartialDate.On(date.Earliest).Text;
        return date.Earliest.Month == date.Latest.Month ? shared[..7] : shared[..4];
    }
}
