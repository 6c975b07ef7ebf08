namespace GraphNews.Graph.Mappings.People;

/// <summary>Compares a written person with the names of an official.</summary>
internal static class NameMatch
{
    /// <summary>The surest rule by which a text names an official; null if it does not.</summary>
    /// <param name="written">The text.</param>
    /// <param name="official">The official.</param>
    /// <param name="postWords">Words of posts and agencies: these alone may stand beside a name without a comma.</param>
    public static NameRule? Find(WrittenPerson written, OfficialNames official, HashSet<string> postWords)
    {
        NameRule? best = null;
        for (var i = 0; i < written.Parts.Count; i++)
        {
            var words = written.Parts[i];
            foreach (var name in official.Ranked)
            {
                best = Surer(best, Compare(words, name, postWords));
            }

            best ??= official.Plain.Any(name => IsClose(written.PlainParts[i], name, postWords)) ? NameRule.Spelling : null;
        }

        return best;
    }

    private static NameRule? Surer(NameRule? one, NameRule? other)
        => one is null ? other : other is null || one <= other ? one : other;

    private static NameRule? Compare(string[] words, string[] name, HashSet<string> postWords)
    {
        if (Stands(words, name, postWords, string.Equals))
        {
            return NameRule.FullName;
        }

        if (EnglishNames.IsRank(name[0]))
        {
            string[] brief = name is [_, _, "of", ..] ? name[..2] : name;
            return Stands(words, brief, postWords, string.Equals) || StandsWithPlace(words, name, postWords)
                ? NameRule.PeerWithoutPlace
                : WithoutGiven(words) is { } peer && (Stands(peer, name, postWords, string.Equals) || Stands(peer, brief, postWords, string.Equals))
                    ? NameRule.GivenName
                    : null;
        }

        return name.Length > 1 && Stands(words, name, postWords, EnglishNames.SameGiven) ? NameRule.GivenName : null;
    }

    // "lord popat of harrow" for a peer who is recorded as Lord Popat: a title without a place has one in full.
    private static bool StandsWithPlace(string[] words, string[] name, HashSet<string> postWords)
    {
        var of = Array.IndexOf(words, "of");
        while (of >= 0 && (of < 2 || !words.AsSpan(of - 2, 2).SequenceEqual(name)))
        {
            of = Array.IndexOf(words, "of", of + 1);
        }

        return name.Length == 2 && of >= 2 && of < words.Length - 1 && words[..(of - 2)].All(postWords.Contains);
    }

    // "lord tariq ahmad of wimbledon" without the second word.
    private static string[]? WithoutGiven(string[] words)
    {
        var rank = Array.FindIndex(words, EnglishNames.IsRank);
        return rank >= 0 && rank + 2 < words.Length && words[rank + 2] != "of" ? [.. words[..(rank + 1)], .. words[(rank + 2)..]] : null;
    }

    // The first word is compared as a given name, the others as they are.
    private static bool Stands(string[] words, string[] name, HashSet<string> postWords, Func<string, string, bool> sameFirst)
    {
        for (var start = 0; start + name.Length <= words.Length; start++)
        {
            if (sameFirst(words[start], name[0])
                && words.AsSpan(start + 1, name.Length - 1).SequenceEqual(name.AsSpan(1))
                && MayStandAt(words, start, name, postWords))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayStandAt(string[] words, int start, string[] name, HashSet<string> postWords)
    {
        var end = start + name.Length;
        var isPeer = EnglishNames.IsRank(name[0]);
        return (isPeer || start == 0 || !EnglishNames.IsRank(words[start - 1]))
            && (end == words.Length || (words[end] != "of" && words[end] != "and"))
            && words[..start].All(postWords.Contains)
            && words[end..].All(postWords.Contains);
    }

    private static bool IsClose(string[] words, string[] name, HashSet<string> postWords)
    {
        var wanted = string.Join(' ', name);
        var allowed = wanted.Length >= 14 ? 2 : wanted.Length >= 10 ? 1 : 0;
        for (var start = 0; allowed > 0 && start + name.Length <= words.Length; start++)
        {
            var end = start + name.Length;
            if (MayStandAt(words, start, name, postWords)
                && EditDistance.Of(string.Join(' ', words[start..end]), wanted) <= allowed)
            {
                return true;
            }
        }

        return false;
    }
}
