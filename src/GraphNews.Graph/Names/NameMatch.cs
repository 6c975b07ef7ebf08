namespace GraphNews.Graph.Names;

/// <summary>That two names can be of one bearer, and why.</summary>
/// <param name="Score">How sure it is, above 0 and up to 1, which only a name written the same reaches.</param>
/// <param name="Rule">The strictest rule by which they agree.</param>
public readonly record struct NameMatch(double Score, NameMatchRule Rule);

/// <summary>A rule by which two names agree, the strictest first.</summary>
public enum NameMatchRule
{
    /// <summary>They are written the same.</summary>
    Exact,

    /// <summary>They differ in case, diacritics, punctuation and variants of the same letter.</summary>
    Folded,

    /// <summary>They differ also in articles, joined words and seats of hamza.</summary>
    Loose,

    /// <summary>They are written in two scripts or two spellings, or one has fewer words.</summary>
    CrossScript,
}

/// <summary>How far a question for a name reaches.</summary>
public enum NameMatchMode
{
    /// <summary>To names written the same.</summary>
    Exact,

    /// <summary>To names that are the same once folded, strictly or loosely.</summary>
    Normalized,

    /// <summary>To the same names in other scripts, in other spellings and with fewer or more words.</summary>
    CrossScript,
}
