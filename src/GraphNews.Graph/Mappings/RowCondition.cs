using System.Text.RegularExpressions;

namespace GraphNews.Graph.Mappings;

/// <summary>Which rows count.</summary>
/// <param name="Value">What is asked.</param>
/// <param name="Is">The values that it may have; null if not asked.</param>
/// <param name="IsNot">The values that it may not have; null if not asked.</param>
/// <param name="Matches">What it has to match; null if not asked.</param>
/// <param name="Empty">Whether it has to be empty; null if not asked.</param>
internal sealed record RowCondition(
    Template Value, IReadOnlyList<string>? Is, IReadOnlyList<string>? IsNot, Regex? Matches, bool? Empty)
{
    /// <summary>Whether a row counts.</summary>
    public bool Holds(CsvRow row)
    {
        var value = Value.Of(row) ?? "";
        return (Empty is null || Empty == (value.Length == 0))
            && (Is is null || Is.Contains(value, StringComparer.Ordinal))
            && (IsNot is null || !IsNot.Contains(value, StringComparer.Ordinal))
            && (Matches is null || Matches.IsMatch(value));
    }
}
