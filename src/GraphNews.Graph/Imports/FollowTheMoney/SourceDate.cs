using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>
/// A date of which a source gives several values: the most exact of those that fit together, the first where none do; what
/// contradicts it is a claim. Moments are read as their days.
/// </summary>
/// <param name="Text">The date; null if there is none that reads.</param>
/// <param name="Claims">What the source says otherwise.</param>
/// <param name="Unreadable">What is no date.</param>
internal sealed record SourceDate(string? Text, IReadOnlyList<string> Claims, IReadOnlyList<string> Unreadable)
{
    private const int DayLength = 10;

    public static SourceDate Of(IEnumerable<string> values)
    {
        var (dates, unreadable) = (new List<PartialDate>(), new List<string>());
        foreach (var value in values)
        {
            if (PartialDate.TryParse(value.Length > DayLength && value[DayLength] is ('T' or ' ') ? value[..DayLength] : value, out var date, out _)) dates.Add(date);
            else unreadable.Add(value);
        }

        // Stable: among dates as exact as each other it is the first.
        var best = dates.OrderByDescending(date => date.Text.Length).FirstOrDefault();
        return new SourceDate(best?.Text, [.. dates.Where(date => !Holds(date, best!)).Select(date => date.Text).Distinct(StringComparer.Ordinal)], unreadable);
    }

    private static bool Holds(PartialDate date, PartialDate exact) => date.Earliest <= exact.Earliest && exact.Latest <= date.Latest;
}
