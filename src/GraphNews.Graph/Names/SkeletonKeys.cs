namespace GraphNews.Graph.Names;

/// <summary>
/// The skeletons by which names are looked up that a name might match: those of the spellings that are near it, which is
/// why a stored name needs only one.
/// </summary>
internal static class SkeletonKeys
{
    // What is further away than these is rarely the same word.
    private const double Near = 0.2;
    private const double NearInAll = 0.35;
    private const int MostOfWord = 48;
    private const int MostStarts = 96;

    /// <summary>The keys under which a name's last word may be stored, for every word of the name: it may be the last of the other.</summary>
    public static IReadOnlyList<string> Ends(ComparedName name)
        => [.. name.WordOrders.SelectMany(Named).SelectMany(words => words).SelectMany(OfWord).Distinct()];

    /// <summary>The keys under which a longer name's first two words may be stored. None for a name of one word.</summary>
    public static IReadOnlyList<string> Starts(ComparedName name)
        => [.. name.WordOrders.SelectMany(Named).Where(words => words.Count > 1).SelectMany(words =>
            (from first in OfWord(words[0]).Index()
             from second in OfWord(words[1]).Index()
             orderby first.Index + second.Index
             select $"{first.Item} {second.Item}").Take(MostStarts)).Distinct()];

    // As written, and with each two neighbours as one word: Ben Kirane may be stored as Benkirane.
    private static IEnumerable<IReadOnlyList<ComparedWord>> Named(ComparedWords name)
    {
        var words = name.Words;
        yield return [.. words.Where(word => word.Role is WordRole.Name)];
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (name.Join(i, 2) is { } joined)
            {
                yield return [.. words.Take(i).Append(joined).Concat(words.Skip(i + 2)).Where(word => word.Role is WordRole.Name)];
            }
        }
    }

    private static IEnumerable<string> OfWord(ComparedWord word)
        => word.AllReadings
            .SelectMany(reading => OfReading(reading).Select(key => (key.Key, Cost: key.Cost + reading.Cost)))
            .SelectMany(key => Parted(word.Text, key.Key).Select(part => (Key: part, key.Cost)))
            .Where(key => key.Key.Length > 0)
            .OrderBy(key => key.Cost)
            .Select(key => key.Key)
            .Distinct()
            .Take(MostOfWord);

    // Benkirane may be stored as Ben Kirane, Larbi as العربي.
    private static IEnumerable<string> Parted(string word, string key)
    {
        yield return key;
        if (key.StartsWith("bn", StringComparison.Ordinal) && (word[..2] is ArabicLetters.Bin || word.StartsWith("ben", StringComparison.Ordinal) || word.StartsWith("bin", StringComparison.Ordinal)))
        {
            yield return key[2..];
        }
        else if (key.StartsWith('l') && word.StartsWith("la", StringComparison.Ordinal))
        {
            yield return key[1..];
        }
    }

    private static List<(string Key, double Cost)> OfReading(SpokenWord reading)
    {
        if (reading.Consonants.Count > WordDistance.MostConsonants)
        {
            return [(NameSkeleton.Of(reading.Consonants.Select(Consonants.ClassOf)), 0)];
        }

        List<(string[] Classes, double Cost)> ways = [([], 0)];
        for (var i = 0; i <= reading.Consonants.Count; i++)
        {
            // Persian, Turkish and Kurdish write a waw that is spoken v.
            if (reading.IsArabic && reading.Slots[i].Contains(ArabicSlots.Waw, StringComparison.Ordinal))
            {
                ways = [.. ways, .. ways.Select(way => ((string[])[.. way.Classes, "f"], way.Cost + Near))];
            }

            if (i < reading.Consonants.Count)
            {
                ways =
                [
                    .. (from way in ways
                        from near in Consonants.ClassesNear(reading.Consonants[i], Near)
                        where way.Cost + near.Distance <= NearInAll
                        orderby way.Cost + near.Distance
                        select ((string[])[.. way.Classes, near.Class], way.Cost + near.Distance)).Take(MostOfWord),
                ];
            }
        }

        return [.. ways.Select(way => (NameSkeleton.Of(way.Classes), way.Cost))];
    }
}
