namespace GraphNews.Graph.Names;

/// <summary>Where in a pair of words two slots stand, and what stands around them.</summary>
/// <param name="IsFirst">Before the first consonants.</param>
/// <param name="IsLast">After the last consonants.</param>
/// <param name="IsClosed">In the last syllable, which a consonant ends: there vowels tell names apart, as in Karim and Karam.</param>
/// <param name="IsThreeLettered">Whether the words have three consonants, as most Arabic words.</param>
/// <param name="Consonants">How many consonants the longer word has.</param>
/// <param name="Before">The slots before these.</param>
/// <param name="After">The slots after these.</param>
/// <param name="AfterFirst">Whether the slots before are those before the first consonants.</param>
/// <param name="Doubled">The class of the consonant before if it is written twice; else null.</param>
/// <param name="IsMaghrebi">Whether a word is spelled as in the Maghreb, where e is written for a.</param>
internal readonly record struct SlotPlace(
    bool IsFirst, bool IsLast, bool IsClosed, bool IsThreeLettered, int Consonants,
    (string One, string Other) Before, (string One, string Other) After, bool AfterFirst, string? Doubled, bool IsMaghrebi)
{
    /// <summary>The same place with the words exchanged.</summary>
    public SlotPlace Exchanged => this with { Before = (Before.Other, Before.One), After = (After.Other, After.One) };
}
