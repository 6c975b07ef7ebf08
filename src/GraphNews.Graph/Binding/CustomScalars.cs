using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Binding;

/// <summary>
/// The schema's own scalars: what they accept as input. Inputs stay strings or numbers in the arguments of a selection;
/// outputs are already as JSON shows them.
/// </summary>
public static partial class CustomScalars
{
    /// <summary>The largest version: a JSON number that every client holds exactly.</summary>
    private const long LargestVersion = (1L << 53) - 1;

    /// <summary>Whether the schema may define a scalar of that name.</summary>
    public static bool Contains(string scalar) => scalar is "Version" or "Date" or "DateTime" or "EdtfDate" or "LanguageTag" or "URL";

    /// <summary>Checks a value that a client gives.</summary>
    /// <param name="scalar">The scalar's name.</param>
    /// <param name="given">A string, a number (<c>int</c>, <c>long</c>, or a larger type), a Boolean or null.</param>
    /// <param name="parsed">The value as arguments hold it.</param>
    /// <param name="error">What is wrong with it.</param>
    public static bool TryParse(
        string scalar, object? given, [NotNullWhen(true)] out object? parsed, [NotNullWhen(false)] out string? error)
    {
        (parsed, error) = (scalar, given) switch
        {
            ("Version", int or long) when Convert.ToInt64(given, CultureInfo.InvariantCulture) is >= 0 and <= LargestVersion and var version
                => ((object?)version, (string?)null),
            ("Version", _) => (null, $"A Version is a whole number from 0 to {LargestVersion}."),
            ("Date", string text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                => (text, null),
            ("Date", _) => (null, "A Date is a day that exists, such as \"2025-01-28\"."),
            ("DateTime", string text) when Instant().IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => (text, null),
            ("DateTime", _) => (null, "A DateTime is ISO 8601 with its offset, such as \"2025-01-28T10:00:00Z\"."),
            ("EdtfDate", string text) when PartialDate.TryParse(text, out _, out _) => (text, null),
            ("EdtfDate", string text) => (null, PartialDate.TryParse(text, out _, out var why) ? null : why),
            ("EdtfDate", _) => (null, "An EdtfDate is a text, such as \"2025\", \"2025-01\" or \"[2025-01-28..2025-01-29]\"."),
            ("LanguageTag", string text) when Tag().IsMatch(text) => (text, null),
            ("LanguageTag", _) => (null, "A LanguageTag is a BCP 47 tag, such as \"ar\" or \"en-GB\"."),
            ("URL", string text) when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") => (text, null),
            ("URL", _) => (null, "A URL is absolute and begins with http:// or https://."),
            _ => throw new ArgumentOutOfRangeException(nameof(scalar), scalar, "There is no such scalar."),
        };
        return parsed is not null;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
