using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using GraphNews.Graph.Dates;

namespace GraphNews.Tests.Dates;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2025", "2025-01-01", "2025-12-31", DatePrecision.Year)]
    [InlineData("2025-02", "2025-02-01", "2025-02-28", DatePrecision.Month)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", DatePrecision.Month)]
    [InlineData("2025-01-28", "2025-01-28", "2025-01-28", DatePrecision.Day)]
    [InlineData("[2025-01-28..2025-01-29]", "2025-01-28", "2025-01-29", DatePrecision.Range)]
    [InlineData("[2025-01-28..2025-01-28]", "2025-01-28", "2025-01-28", DatePrecision.Range)]
    [InlineData("[..2025-01-29]", "0001-01-01", "2025-01-29", DatePrecision.Range)]
    [InlineData("[2025-01-28..]", "2025-01-28", "9999-12-31", DatePrecision.Range)]
    [InlineData("[2024..2025-02]", "2024-01-01", "2025-02-28", DatePrecision.Range)]
    [InlineData("[..2025]", "0001-01-01", "2025-12-31", DatePrecision.Range)]
    [InlineData("0001", "0001-01-01", "0001-12-31", DatePrecision.Year)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", DatePrecision.Day)]
    public void A_date_keeps_its_text_and_knows_its_first_and_last_day(
        string text, string earliest, string latest, DatePrecision precision)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text, date.Text);
        Assert.Equal(Day(earliest), date.Earliest);
        Assert.Equal(Day(latest), date.Latest);
        Assert.Equal(precision, date.Precision);
        Assert.False(date.IsUnknown);
    }

    [Theory]
    [InlineData("2025-02-30", "2025-02 has the days 01 to 28, and no 30")]
    [InlineData("2025-02-29", "2025-02 has the days 01 to 28, and no 29")]
    [InlineData("2025-01-00", "no 00")]
    [InlineData("2025-13", "there is no month 13")]
    [InlineData("2025-00-10", "there is no month 00")]
    [InlineData("0000", "years go from 0001 to 9999")]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("25-01-28", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("28/01/2025", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("2025-1-28", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("2025-01-28T10:00", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("-2025", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("2025-01~", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("٢٠٢٥", "Write 2025, 2025-01 or 2025-01-28")]
    [InlineData("[..]", "says nothing")]
    [InlineData("[2025-01-29..2025-01-28]", "ends before it begins")]
    [InlineData("[2025-02-30..]", "no 30")]
    [InlineData("[2025-01-28..2025-01-29", "not closed")]
    [InlineData("[2025-01-28]", "two members")]
    [InlineData("[2024..2025..2026]", "two members")]
    [InlineData("[ 2024..2025 ]", "Write 2025, 2025-01 or 2025-01-28")]
    public void What_is_no_date_is_refused_with_a_sentence_that_says_what_is_wrong(string text, string expected)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var error));
        Assert.Contains(expected, error, StringComparison.Ordinal);

        var thrown = Assert.Throws<FormatException>(() => PartialDate.Parse(text));
        Assert.Equal(error, thrown.Message);
    }

    [Fact]
    public void An_unknown_date_has_no_precision_and_sorts_before_all_others()
    {
        Assert.True(PartialDate.Unknown.IsUnknown);
        Assert.Null(PartialDate.Unknown.Precision);
        Assert.True(PartialDate.Unknown.Latest < PartialDate.Parse("0001").Latest);
    }

    [Fact]
    public void Space_around_a_date_does_not_count()
        => Assert.Equal(PartialDate.Parse("2025-01"), PartialDate.Parse(" 2025-01\n"));

    [Property]
    public void Every_day_reads_back_as_itself(int seed)
    {
        var day = Day(seed);

        var date = PartialDate.Parse(PartialDate.On(day).Text);

        Assert.Equal(PartialDate.On(day), date);
        Assert.Equal((day, day), (date.Earliest, date.Latest));
    }

    [Property]
    public void A_month_holds_exactly_its_days(int seed)
    {
        var day = Day(seed);

        var month = PartialDate.Parse(PartialDate.On(day).Text[..7]);

        Assert.True(month.Earliest <= day && day <= month.Latest);
        Assert.Equal(1, month.Earliest.Day);
        Assert.Equal(DateTime.DaysInMonth(day.Year, day.Month), month.Latest.Day);
        Assert.Equal((day.Year, day.Month), (month.Latest.Year, month.Latest.Month));
    }

    [Property]
    public void A_range_reaches_from_the_first_day_of_one_member_to_the_last_of_the_other(int one, int other)
    {
        var (first, last) = (Day(one), Day(other));

        var read = PartialDate.TryParse($"[{PartialDate.On(first)}..{PartialDate.On(last)}]", out var date, out _);

        Assert.Equal(first <= last, read);
        if (read)
        {
            Assert.Equal((first, last), (date!.Earliest, date.Latest));
            Assert.Equal(DatePrecision.Range, date.Precision);
        }
    }

    [Property(MaxTest = 500)]
    public Property Any_text_is_read_or_refused_but_never_throws() => Prop.ForAll(
        Gen.ArrayOf(Gen.Elements('0', '1', '2', '3', '5', '-', '.', '[', ']', ' ', 'x')).ToArbitrary(),
        characters =>
        {
            var text = new string(characters);
            var read = PartialDate.TryParse(text, out var date, out var error);
            return read
                ? date!.Text == text.Trim() && date.Earliest <= date.Latest && error is null
                : !string.IsNullOrWhiteSpace(error);
        });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(int seed)
        => DateOnly.FromDayNumber((int)((uint)seed * 2654435761 % (uint)(DateOnly.MaxValue.DayNumber + 1)));
}
