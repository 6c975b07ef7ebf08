namespace GraphNews.Graph.Names;

/// <summary>
/// One way to read a word aloud: its consonants, and what stands before, between and after them. Vowels and the letters
/// that are vowels at times (y and w, alef, waw, yeh, ain, hamza) stand in slots, of which there is one more.
/// </summary>
/// <param name="Consonants">Numbers of <see cref="Names.Consonants"/>.</param>
/// <param name="Slots">The slots; an empty text where nothing is written.</param>
/// <param name="Doubled">Whether each consonant is written twice.</param>
/// <param name="IsArabic">Whether it is written in Arabic letters; else in Latin ones.</param>
/// <param name="Cost">How unusual it is to read the word so.</param>
internal sealed record SpokenWord(
    IReadOnlyList<int> Consonants, IReadOnlyList<string> Slots, IReadOnlyList<bool> Doubled, bool IsArabic, double Cost)
{
    /// <summary>The consonants, with a throat sound (ain, hamza) counted as one: of three, most Arabic words are made.</summary>
    public int Radicals { get; } = Consonants.Count
        + (IsArabic ? Slots.Sum(slot => slot.Count(ArabicSlots.IsThroat)) : 0);
}
