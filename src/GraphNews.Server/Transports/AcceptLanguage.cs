using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>The languages that a client prefers. Source: RFC 9110, 12.5.4.</summary>
internal static class AcceptLanguage
{
    /// <summary>More than these are not a preference.</summary>
    private const int Most = 10;

    private const int LongestTag = 35;

    /// <summary>The tags, best first; empty if none is given. A header that does not parse is no preference, and <c>*</c> names no language.</summary>
    public static IReadOnlyList<string> Parse(StringValues header)
    {
        if (StringValues.IsNullOrEmpty(header) || !StringWithQualityHeaderValue.TryParseList(header, out var languages)) return [];

        return
        [
            .. languages
                .Where(language => language.Quality is not 0 && IsTag(language.Value))
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.ToString())
                .Take(Most),
        ];
    }

    private static bool IsTag(StringSegment value)
        => value.Length is > 0 and <= LongestTag && value.AsSpan().IndexOfAnyExcept(TagCharacters) < 0 && value[0] != '-' && value[^1] != '-';

    private static readonly System.Buffers.SearchValues<char> TagCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}
