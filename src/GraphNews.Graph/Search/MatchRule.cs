namespace GraphNews.Graph.Search;

/// <summary>How a hit was found, the closest way that holds; the closest first.</summary>
internal enum MatchRule
{
    /// <summary>A name is the text, letter by letter.</summary>
    Exact,

    /// <summary>A name has all words, apart from case, diacritics and variants of letters.</summary>
    Folded,

    /// <summary>Apart also from articles, joined words and seats of hamza.</summary>
    Loose,

    /// <summary>The consonants sound alike, in whatever script.</summary>
    CrossScript,

    /// <summary>Words of a name begin so.</summary>
    Prefix,

    /// <summary>The words stand in titles, summaries or texts.</summary>
    Text,

    /// <summary>Somebody who took part in the meeting is called so.</summary>
    Participant,
}

/// <summary>What a name scores by how it matches. The distances leave room for BM25, which seldom passes 20.</summary>
internal static class MatchRanks
{
    /// <summary>The whole name is the text, folded.</summary>
    public const float WholeFolded = 180;

    /// <summary>A meeting of somebody who is called so: below any text.</summary>
    public const float Participant = 0.001f;

    public static float Of(MatchRule rule) => rule switch
    {
        MatchRule.Exact => 200,
        MatchRule.Folded => 150,
        MatchRule.Loose => 120,
        MatchRule.Prefix => 60,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    /// <summary>The surer that a name sounds alike, the higher, but below any name that has the words.</summary>
    public static float OfAlike(double score) => 85 + (25 * (float)score);
}
