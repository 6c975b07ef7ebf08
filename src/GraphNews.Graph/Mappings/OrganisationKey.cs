using GraphNews.Graph.Names;

namespace GraphNews.Graph.Mappings;

/// <summary>
/// What tells organisations apart by name alone: not case, accents, punctuation, spaces, a leading "The" or a trailing
/// legal form (Ltd, Limited, plc, LLP).
/// </summary>
internal static class OrganisationKey
{
    private static readonly HashSet<string> _legalForms = new(["ltd", "limited", "plc", "llp"], StringComparer.Ordinal);

    /// <summary>The key of a name. A name of nothing but such words keeps them; one without letters stays as written.</summary>
    public static string Of(string name)
    {
        var words = NameFolding.Folded(name.Replace("&", " and ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = words is ["the", _, ..] ? 1 : 0;
        var end = words.Length;
        while (end - 1 > start && _legalForms.Contains(words[end - 1]))
        {
            end--;
        }

        var key = string.Concat(words[start..end]);
        return key.Length > 0 ? key : name;
    }
}
