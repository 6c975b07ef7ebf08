namespace GraphNews.Graph.Names;

/// <summary>One word of a name, joined with the halves that spellings write apart.</summary>
/// <param name="Text">The word without its article.</param>
/// <param name="Role">What it does in the name.</param>
/// <param name="HasArticle">Whether an article was written before it.</param>
/// <param name="Written">The word with an article that was joined to it; in Albares it belongs to the name.</param>
internal readonly record struct NameWord(string Text, WordRole Role, bool HasArticle, string Written);

/// <summary>What a word does in a name.</summary>
internal enum WordRole
{
    /// <summary>It names.</summary>
    Name,

    /// <summary>It says that the next word is the father's or forefather's: bin, ould.</summary>
    Patronymic,

    /// <summary>It stands before a family name and says what somebody is: Dr, General.</summary>
    Title,

    /// <summary>It stands before a given name and says what somebody is: King, Sheikh, Moulay.</summary>
    RoyalTitle,

    /// <summary>It joins words and is often left out: de, von.</summary>
    Particle,
}
