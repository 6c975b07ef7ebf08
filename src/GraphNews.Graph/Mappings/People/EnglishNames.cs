namespace GraphNews.Graph.Mappings.People;

/// <summary>What stands around names of people in British public records.</summary>
internal static class EnglishNames
{
    private static readonly HashSet<string> _forms = Set(
        "rt hon right honourable the mr mrs miss ms dr prof professor sir dame former revd rev");

    private static readonly HashSet<string> _honours = Set(
        "mp mep msp qc kc qcmp kcmp ch obe cbe mbe kbe dbe gbe cb kcb gcb dcb cmg kcmg gcmg dcmg td dl frs freng fba bt pc kt jp kg lg phd");

    private static readonly Dictionary<string, string> _peers = new(StringComparer.Ordinal)
    {
        ["lord"] = Lord, ["baron"] = Lord, ["viscount"] = Lord, ["earl"] = Lord, ["marquess"] = Lord,
        ["lady"] = Lady, ["baroness"] = Lady, ["viscountess"] = Lady, ["countess"] = Lady,
    };

    // Each line: a given name and the short forms that it is written as.
    private static readonly Dictionary<string, string> _given = Given(
        """
        alexander alex alec
        andrew andy
        anthony tony
        benjamin ben
        catherine cathy kate
        christopher chris
        daniel dan danny
        david dave
        deborah debbie
        desmond des
        donald don
        edward ed eddie ted
        elizabeth liz
        francis frank
        frederick fred
        geoffrey geoff
        gerald gerry
        gregory greg
        harold harry
        james jim jimmy
        jeffrey jeff
        jennifer jenny
        john jack
        joseph joe
        katherine kathy
        kenneth ken
        matthew matt
        michael mike mick
        nicholas nick
        patricia pat patsy
        patrick paddy
        peter pete
        philip phil
        richard dick rick
        robert bob rob bobby
        ronald ron
        samuel sam
        simon si
        stephen steven steve
        stuart stu
        susan sue
        terence terry
        theresa teresa
        thomas tom
        timothy tim
        victoria vicky
        vincent vince
        william bill will
        """);

    /// <summary>The word for all men of the peerage, who are called Lord whatever their rank.</summary>
    public const string Lord = "lord";

    /// <summary>The word for all women of the peerage.</summary>
    public const string Lady = "lady";

    /// <summary>Whether a word is a form of address or an honour, and no part of a name.</summary>
    public static bool IsOrnament(string word) => _forms.Contains(word) || _honours.Contains(word);

    /// <summary>The word, or <see cref="Lord"/> or <see cref="Lady"/> for a rank of the peerage.</summary>
    public static string Rank(string word) => _peers.GetValueOrDefault(word, word);

    /// <summary>Whether a word is <see cref="Lord"/> or <see cref="Lady"/>.</summary>
    public static bool IsRank(string word) => word is Lord or Lady;

    /// <summary>Whether two given names are the same, one perhaps in its short form.</summary>
    public static bool SameGiven(string left, string right)
        => left == right || _given.GetValueOrDefault(left, left) == _given.GetValueOrDefault(right, right);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, string> Given(string lines)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var names in lines.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(' ')))
        {
            foreach (var name in names)
            {
                given.TryAdd(name, given.GetValueOrDefault(names[0], names[0]));
            }
        }

        return given;
    }
}
