using System.Collections.Frozen;

namespace GraphNews.Graph.Names;

/// <summary>Reads a table of letters and what they become, written so that it can be read: <c>ß=ss;æ=ae</c>.</summary>
internal static class LetterTable
{
    /// <summary>The table by code point. What stands after the sign may be empty: the letter goes.</summary>
    public static FrozenDictionary<int, string> Read(string entries)
        => entries.Split(';').ToFrozenDictionary(entry => (int)entry[0], entry => entry[2..]);
}
