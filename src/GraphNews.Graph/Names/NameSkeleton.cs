using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// Reduces a name to classes of consonants that Arabic, Latin, Cyrillic and Greek spellings share. It finds candidates and
/// proves nothing: محمد and محمود have the same skeleton, so what it finds has to be scored.
/// </summary>
internal static class NameSkeleton
{
    /// <summary>The skeleton of a name folded for speaking; each word's, set apart by spaces, without words such as bin.</summary>
    public static string From(string spoken)
    {
        var words = NameWords.Of(spoken);
        return string.Join(' ', words.Where(word => word.Role is WordRole.Name).Select(word => Of(ComparedWord.Read(word.Text))).Where(word => word.Length > 0));
    }

    private static string Of(IReadOnlyList<SpokenWord> readings) => readings.Count == 0 ? "" : Of(readings[0].Consonants.Select(Consonants.ClassOf));

    /// <summary>
    /// Joins the classes of a word. Doubled letters count once, also with a vowel between them that only one of the scripts
    /// writes, and an h at the end counts nothing: it is silent more often than not.
    /// </summary>
    public static string Of(IEnumerable<string> classes)
    {
        var text = new StringBuilder();
        var previous = "";
        foreach (var sound in classes)
        {
            if (sound != previous)
            {
                text.Append(sound);
                previous = sound;
            }
        }

        return previous is "h" && text.Length > 1 ? text.ToString(0, text.Length - 1) : text.ToString();
    }
}
