using GraphNews.Graph.Names;

namespace GraphNews.Graph.Duplicates;

/// <summary>A name of an entity, ready to be compared with those of others.</summary>
/// <param name="Name">The name.</param>
/// <param name="Language">Its language.</param>
internal sealed record BearerName(ComparedName Name, string Language)
{
    // Shorter words sound like too many others.
    private const int FewLetters = 6;

    /// <summary>How many of its words name; counted once.</summary>
    public int WordCount { get; } = Name.WordCount;

    /// <summary>Whether it has to be written the same: initials, such as BBC, and single short words.</summary>
    public bool IsLetterByLetter { get; } = Name.WordCount == 1 && (Name.Value.Count(char.IsLetter) < FewLetters || (Name.Value.Any(char.IsUpper) && !Name.Value.Any(char.IsLower)));
}

/// <summary>Whether the names of two entities can be of one.</summary>
internal static class BearerNames
{
    /// <summary>
    /// The best of all comparisons that no fuller names contradict: two persons who are called الفرناندو for short are not the same if
    /// the one is Fernando Ruiz and the other Fernando Gonzalez. Names of persons sound alike in all languages; others are translated,
    /// so that only fuller names of one language speak against each other, and initials are compared by their letters.
    /// </summary>
    /// <param name="left">The names of one.</param>
    /// <param name="right">The names of the other.</param>
    /// <param name="arePersons">Whether they are persons.</param>
    public static (BearerName Left, BearerName Right, NameMatch Match)? Agree(
        IReadOnlyList<BearerName> left, IReadOnlyList<BearerName> right, bool arePersons)
    {
        var compared = (from one in left
                        from other in right
                        let mode = !arePersons && (one.IsLetterByLetter || other.IsLetterByLetter) ? NameMatchMode.Normalized : NameMatchMode.CrossScript
                        select (Left: one, Right: other, Match: NameMatching.Compare(one.Name, other.Name, mode))).ToList();
        var against = compared.Where(pair => pair.Match is null && pair.Left.Name.IsRead && pair.Right.Name.IsRead
            && (arePersons || pair.Left.Language == pair.Right.Language)).Select(Words).DefaultIfEmpty(0).Max();
        var best = compared.Where(pair => pair.Match is not null && Words(pair) >= against)
            .OrderByDescending(pair => pair.Match!.Value.Score).ThenByDescending(Words).FirstOrDefault();
        return best.Match is { } match ? (best.Left, best.Right, match) : null;

        static int Words((BearerName Left, BearerName Right, NameMatch? Match) pair) => Math.Min(pair.Left.WordCount, pair.Right.WordCount);
    }
}
