using System.Globalization;

namespace GraphNews.Graph.Dates;

/// <summary>Reads the text of dates: EDTF level 0, and of level 2 the one-of range of two members.</summary>
internal static class EdtfText
{
    private const string Separator = "..";

    /// <summary>The text of a day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date, or a sentence that says what is wrong with the text.</summary>
    public static (PartialDate? Date, string? Error) Read(string text)
    {
        if (text.Length == 0)
        {
            return (null, "The date is empty. Leave it out if it is unknown.");
        }

        var (earliest, latest, error) = text[0] == '[' ? ReadRange(text) : ReadSingle(text, text);
        return error is null
            ? (new PartialDate { Text = text, Earliest = earliest, Latest = latest }, null)
            : (null, error);
    }

    private static (DateOnly Earliest, DateOnly Latest, string? Error) ReadRange(string text)
    {
        if (text[^1] != ']')
        {
            return Wrong($"'{text}' is not a date: the range is not closed with ']'.");
        }

        var members = text[1..^1].Split(Separator);
        if (members.Length != 2)
        {
            return Wrong($"'{text}' is not a date: a range has two members, as in [2025-01-28..2025-01-29].");
        }

        if (members[0].Length == 0 && members[1].Length == 0)
        {
            return Wrong($"'{text}' is open at both ends and says nothing. Leave the date out if it is unknown.");
        }

        var earliest = DateOnly.MinValue;
        var latest = DateOnly.MaxValue;
        if (members[0].Length > 0)
        {
            (earliest, _, var error) = ReadSingle(members[0], text);
            if (error is not null)
            {
                return Wrong(error);
            }
        }

        if (members[1].Length > 0)
        {
            (_, latest, var error) = ReadSingle(members[1], text);
            if (error is not null)
            {
                return Wrong(error);
            }
        }

        return earliest <= latest
            ? (earliest, latest, null)
            : Wrong($"'{text}' is not a date: the range ends before it begins.");
    }

    private static (DateOnly Earliest, DateOnly Latest, string? Error) ReadSingle(string text, string whole)
    {
        if (!HasShape(text))
        {
            return Wrong(
                $"'{whole}' is not a date. Write 2025, 2025-01 or 2025-01-28, or a range such as [2025-01-28..2025-01-29], "
                + "[..2025-01-29] or [2025-01-28..].");
        }

        var year = Number(text, 0, 4);
        if (year == 0)
        {
            return Wrong($"'{whole}' is not a date: years go from 0001 to 9999.");
        }

        if (text.Length == 4)
        {
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), null);
        }

        var month = Number(text, 5, 2);
        if (month is 0 or > 12)
        {
            return Wrong($"'{whole}' is not a date: there is no month {text[5..7]}.");
        }

        var days = DateTime.DaysInMonth(year, month);
        if (text.Length == 7)
        {
            return (new DateOnly(year, month, 1), new DateOnly(year, month, days), null);
        }

        var day = Number(text, 8, 2);
        if (day == 0 || day > days)
        {
            return Wrong($"'{whole}' is not a date: {text[..7]} has the days 01 to {days}, and no {text[8..]}.");
        }

        var single = new DateOnly(year, month, day);
        return (single, single, null);
    }

    private static bool HasShape(string text)
    {
        if (text.Length is not (4 or 7 or 10))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 4 or 7 ? text[i] != '-' : !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int start, int length)
        => int.Parse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture);

    private static (DateOnly Earliest, DateOnly Latest, string? Error) Wrong(string error) => (default, default, error);
}
