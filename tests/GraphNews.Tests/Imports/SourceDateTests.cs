using GraphNews.Graph.Imports.FollowTheMoney;

namespace GraphNews.Tests.Imports;

/// <summary>Of several values of a date one is taken, and nothing that contradicts it is lost.</summary>
public sealed class SourceDateTests
{
    [Theory]
    [InlineData("1960", "1960", "")]
    [InlineData("1960 1960-05 1960-05-01", "1960-05-01", "")]
    [InlineData("1960-05-01 1960-05-02", "1960-05-01", "1960-05-02")]
    [InlineData("1959 1960-05", "1960-05", "1959")]
    [InlineData("1960-05-01T10:00:00 1960", "1960-05-01", "")]
    [InlineData("unknown 1960", "1960", "")]
    [InlineData("unknown", null, "")]
    public void The_most_exact_of_those_that_fit_together_counts(string values, string? date, string claims)
    {
        var read = SourceDate.Of(values.Split(' '));

        Assert.Equal((date, claims), (read.Text, string.Join(' ', read.Claims)));
        Assert.Equal(values.Contains("unknown", StringComparison.Ordinal) ? ["unknown"] : [], read.Unreadable);
    }
}
