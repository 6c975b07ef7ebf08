using GraphNews.Graph.Names;

namespace GraphNews.Graph.Mappings.People;

/// <summary>A text that names a person, a post or both, in the words that are compared.</summary>
internal sealed class WrittenPerson
{
    private static readonly string[] _between = [",", ";", ":", "(", ")", " - ", " – ", " — "];

    private WrittenPerson(IReadOnlyList<string[]> parts, IReadOnlyList<string[]> plainParts)
        => (Parts, PlainParts) = (parts, plainParts);

    /// <summary>The words of each part between commas, dashes or brackets, without honours, ranks of the peerage made alike.</summary>
    public IReadOnlyList<string[]> Parts { get; }

    /// <summary>The same with ranks as written.</summary>
    public IReadOnlyList<string[]> PlainParts { get; }

    /// <summary>All words.</summary>
    public IEnumerable<string> Words => Parts.SelectMany(part => part);

    /// <summary>Reads a text.</summary>
    public static WrittenPerson Read(string text)
    {
        var plain = text.Split(_between, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(words => words.Length > 0).ToList();
        return new WrittenPerson([.. plain.Select(Ranked)], plain);
    }

    /// <summary>The words of a name, without honours, ranks made alike.</summary>
    public static string[] Ranked(string name) => Ranked(Plain(name));

    /// <summary>The words of a name or title, without honours.</summary>
    public static string[] Plain(string name)
        => [.. NameFolding.Folded(name.Replace("&", " and ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !EnglishNames.IsOrnament(word))];

    private static string[] Ranked(string[] words) => Array.ConvertAll(words, EnglishNames.Rank);
}
