using System.Globalization;

namespace GraphNews.Benchmarks;

/// <summary>A ratio that is aimed at.</summary>
/// <param name="Measure">Of what.</param>
/// <param name="Ratio">The ratio that was measured; null where one of the two was not.</param>
/// <param name="Bound">The ratio that is aimed at.</param>
/// <param name="IsAtMost">Whether less is better.</param>
/// <param name="Unit">What stands behind the numbers.</param>
internal sealed record Goal(string Measure, double? Ratio, double Bound, bool IsAtMost, string Unit = "times")
{
    public override string ToString()
    {
        var bound = string.Create(CultureInfo.InvariantCulture, $"{(IsAtMost ? "at most" : "at least")} {Bound:0.0##} {Unit}");
        if (Ratio is not { } ratio) return $"| {Measure} | {bound} | not measured | |";
        return string.Create(CultureInfo.InvariantCulture, $"| {Measure} | {bound} | {ratio:0.00} {Unit} | {((IsAtMost ? ratio <= Bound : ratio >= Bound) ? "met" : "**missed**")} |");
    }
}
