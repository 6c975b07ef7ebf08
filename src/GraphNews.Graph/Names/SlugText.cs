using System.Text;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Names;

/// <summary>Makes the readable part of an address out of a name. Whoever stores it adds <c>-2</c> where it is taken.</summary>
public static class SlugText
{
    /// <summary>The longest slug made here; a stored one may be longer by its number.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// The slug of an entity: from its name in Latin letters, English first; from another name, written in Latin
    /// letters, if it has none; from its kind if nothing can be written.
    /// </summary>
    /// <param name="names">The entity's names.</param>
    /// <param name="kind">What the entity is.</param>
    public static string For(IEnumerable<Name> names, NodeKind kind)
    {
        ArgumentNullException.ThrowIfNull(names);
        var ordered = names
            .OrderBy(name => name.Kind is NameKind.Transliteration ? NameKind.Alias : name.Kind)
            .ThenByDescending(name => name.Language is "en" || name.Language.StartsWith("en-", StringComparison.Ordinal))
            .ThenBy(name => name.Id)
            .ToList();
        return ordered
            .OrderByDescending(name => Scripts.Of(name.Value) == Scripts.Latin)
            .Select(name => From(name.Value))
            .FirstOrDefault(slug => slug is not null) ?? For(kind);
    }

    /// <summary>The slug of an entity that has one name or title; from its kind if nothing can be written.</summary>
    /// <param name="name">The name or title, in any script; null if there is none.</param>
    /// <param name="kind">What the entity is.</param>
    public static string For(string? name, NodeKind kind) => (name is null ? null : From(name)) ?? For(kind);

    /// <summary>The name in lower-case letters a to z, digits and hyphens; null if none of it can be written so.</summary>
    /// <param name="name">The name, in any script.</param>
    public static string? From(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in Romanization.Of(NameFolding.Folded(name)))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (character == ' ' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return Shorten(slug.ToString().Trim('-')) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Whether a text can be a slug: words of a to z and 0 to 9, joined by single hyphens.</summary>
    /// <param name="text">The text.</param>
    public static bool IsSlug(string text)
        => text.Length > 0
            && text.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);

    private static string For(NodeKind kind)
        => string.Concat(kind.ToString().Select((letter, i) => char.IsAsciiLetterUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}"))
            .ToLowerInvariant();

    // A long title ends at a word.
    private static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', MaxLength);
        return slug[..(end > 0 ? end : MaxLength)];
    }
}
