using System.Collections.Frozen;

namespace GraphNews.Graph.Names;

/// <summary>The small words of names, folded, that say how the others belong together. None of them is a name.</summary>
internal static class NameParticles
{
    /// <summary>"Son of" and "daughter of", and the one form that stands for each.</summary>
    public static FrozenDictionary<string, string> Patronymics { get; } = new Dictionary<string, string>
    {
        ["bin"] = "bin",
        ["ben"] = "bin",
        ["ibn"] = "bin",
        ["bint"] = "bint",
        ["bent"] = "bint",
        ["ould"] = "ould",
        ["uld"] = "ould",
        ["wuld"] = "ould",
        ["weld"] = "ould",
        ["oueld"] = "ould",
        ["mint"] = "mint",
        [ArabicLetters.Bin] = ArabicLetters.Bin,
        [ArabicLetters.Ibn] = ArabicLetters.Bin,
        ["\u0628\u0646\u062A"] = "\u0628\u0646\u062A",
        ["\u0648\u0644\u062F"] = "\u0648\u0644\u062F",
        ["\u0645\u0646\u062A"] = "\u0645\u0646\u062A",
    }.ToFrozenDictionary();

    /// <summary>Titles before a family name, and honours after one.</summary>
    public static FrozenSet<string> Titles { get; } = Words(
        "mr mrs ms miss dr prof professor gen general col colonel lt maj brig brigadier sgt adm admiral eng ing sir lord lady dame hon "
        + "mp qc kc cbe obe mbe phd md "
        + "\u062F \u062F\u0643\u062A\u0648\u0631 \u0627\u0644\u062F\u0643\u062A\u0648\u0631 \u0627\u0644\u062F\u0643\u062A\u0648\u0631\u0629 "
        + "\u0627\u0644\u0633\u064A\u062F \u0627\u0644\u0633\u064A\u062F\u0629 \u0627\u0644\u0623\u0633\u062A\u0627\u0630 "
        + "\u0627\u0644\u0645\u0647\u0646\u062F\u0633 \u0627\u0644\u0644\u0648\u0627\u0621 \u0627\u0644\u0639\u0645\u064A\u062F "
        + "\u0627\u0644\u0641\u0631\u064A\u0642 \u0627\u0644\u0639\u0642\u064A\u062F \u0627\u0644\u062C\u0646\u0631\u0627\u0644 "
        + "\u0645\u0639\u0627\u0644\u064A");

    /// <summary>Titles before a given name.</summary>
    public static FrozenSet<string> RoyalTitles { get; } = Words(
        "king queen prince princess sheikh shaikh shaykh sheik cheikh sultan emir haj hajj hadj sayyid sayyida sidi moulay mulay mawlay lalla imam ayatollah "
        + "\u0627\u0644\u0645\u0644\u0643 \u0627\u0644\u0645\u0644\u0643\u0629 \u0627\u0644\u0623\u0645\u064A\u0631 "
        + "\u0627\u0644\u0623\u0645\u064A\u0631\u0629 \u0627\u0644\u0634\u064A\u062E \u0627\u0644\u0634\u064A\u062E\u0629 "
        + "\u0627\u0644\u0633\u0644\u0637\u0627\u0646 \u0627\u0644\u062D\u0627\u062C "
        + "\u0633\u064A\u062F\u064A \u0645\u0648\u0644\u0627\u064A \u0627\u0644\u0625\u0645\u0627\u0645");

    /// <summary>Words of European names, also as Arabic and Cyrillic write them.</summary>
    public static FrozenSet<string> Joining { get; } = Words(
        "de del della di da do dos das du des la le las los van von der den ter y e "
        + "\u062F\u064A \u062F\u0648 \u062F\u0627 \u062F\u064A\u0644 \u062F\u064A\u0631 \u0641\u0627\u0646 \u0641\u0648\u0646 "
        + "\u0434\u0435 \u0444\u043E\u043D \u0432\u0430\u043D");

    private static FrozenSet<string> Words(string words)
        => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ArabicLetters.PlainAlef).ToFrozenSet();
}
