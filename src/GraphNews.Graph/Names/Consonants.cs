using System.Collections.Frozen;
using System.Globalization;

namespace GraphNews.Graph.Names;

/// <summary>
/// The consonants that letters write. A spelling may stand for several sounds, each with a cost from 0 (its own) up; two
/// spellings are as far apart as the cheapest sound that both can stand for.
/// </summary>
internal static class Consonants
{
    /// <summary>What two consonants cost that have no sound in common: more than any word may cost.</summary>
    public const double Never = 9;

    // T is th as in think, D th as in this, X the emphatic d of Ramadan, Z the emphatic z of Nazim, S sh, C ch as in
    // church, J j, Q zh, G g, R gh, q the deep k of Qatar, x kh. The numbers are costs in hundredths. A sign stands for a
    // letter before e, i or y.
    private static readonly (string Spelling, string Class, (char Sound, double Cost)[] Sounds)[] _all =
    [
        .. Read("b b b0;p b p0 b5;t t t0 T15 d35;th t T0 t5 D10 s30 z30 Z15;d d d0 D10 X5 Z15 t35;dh d D0 X5 Z5 d10 z15;z z z0 Z5 X20 D15 s30 T15 Q25"),
        .. Read("s s s0 T15 z30 S30;sh sh S0 C10;ch sh S0 C0 k10 x10;tch sh C0 S5 J15;\u00E7 s s0 C0 S10 J15;kh kh x0 h20 k15;h h h0 x20"),
        .. Read("gh g R0 G20 q15;g g G0 J10 R10 q10 k15;g+ g J5 G0 Q5 x15 R15;j g J0 Q5 G15 x10;dj g J0;zh g Q0 J10 z15 S25"),
        .. Read("k k k0 q0 G15 x20;q k q0 k5 R15 G15;c k k0 q5 J20;c+ s s0 k15 J20 C10;f f f0;v f v0 f5 b10;l l l0;m m m0;n n n0;r r r0"),
        .. Read("\u0628 b b0 p5 v15;\u067E b p0 b5;\u062A t t0;\u0637 t t0;\u062B t T0;\u062F d d0;\u0630 d D0;\u0636 d X0;\u0638 z Z0;\u0632 z z0"),
        .. Read("\u0633 s s0;\u0635 s s0;\u0634 sh S0;\u0686 sh C0 S10;\u062A\u0634 sh C0 S10;\u062D h h0;\u0647 h h0;\u062E kh x0;\u062C g J0 G5 Q5 C12"),
        .. Read("\u0698 g Q0 J10;\u06AF g G0;\u063A g R0 G0;\u0642 k q0;\u0643 k k0;\u0641 f f0 v5;\u06A4 f v0 f5;\u0644 l l0;\u0645 m m0"),
        .. Read("\u0646 n n0;\u0631 r r0;\u0679 t t0;\u0688 d d0;\u0691 r r0;\u0695 r r0;\u06B5 l l0;\u06BA n n0;\u06A8 g G0 q5;\u06AD g G0;\u0763 g G0"),
    ];

    private static readonly FrozenDictionary<string, int> _numbers =
        _all.Select((consonant, i) => (consonant.Spelling, i)).ToFrozenDictionary(entry => entry.Spelling, entry => entry.i);

    // Arabic letters that spellings of one Arabic name exchange, mostly in names from elsewhere.
    private static readonly FrozenDictionary<string, double> _exchanged = new Dictionary<string, double>
    {
        ["\u0628\u067E"] = 0.05,
        ["\u0641\u06A4"] = 0.05,
        ["\u062C\u063A"] = 0.25,
        ["\u062C\u06AF"] = 0.1,
        ["\u063A\u06AF"] = 0.1,
        ["\u0643\u06AF"] = 0.1,
        ["\u0643\u063A"] = 0.3,
        ["\u0642\u063A"] = 0.3,
        ["\u0642\u0643"] = 0.3,
        ["\u062C\u0698"] = 0.1,
        ["\u0634\u0686"] = 0.1,
        ["\u062C\u0686"] = 0.2,
        ["\u0634\u062A\u0634"] = 0.1,
        ["\u0686\u062A\u0634"] = 0,
        ["\u0633\u0635"] = 0.25,
        ["\u062A\u0637"] = 0.25,
        ["\u0632\u062B"] = 0.3,
        ["\u0633\u062B"] = 0.3,
        ["\u0638\u0636"] = 0.25,
    }.ToFrozenDictionary();

    private static readonly double[,] _distances = Distances();

    /// <summary>The number of a spelling; null if it is no consonant.</summary>
    public static int? Find(string spelling) => _numbers.TryGetValue(spelling, out var number) ? number : null;

    /// <summary>How far two consonants are apart; 0 if they are the same.</summary>
    public static double Distance(int one, int other) => _distances[one, other];

    /// <summary>The class that a consonant has in a skeleton.</summary>
    public static string ClassOf(int consonant) => _all[consonant].Class;

    /// <summary>Whether a consonant is the dj by which the Maghreb is told, where e is written for a: Djamel.</summary>
    public static bool IsMaghrebi(int consonant) => _all[consonant].Spelling is "dj";

    /// <summary>The classes that a consonant may have in the skeleton of another spelling, the most likely first.</summary>
    /// <param name="consonant">The consonant.</param>
    /// <param name="most">The greatest distance that counts.</param>
    public static IEnumerable<(string Class, double Distance)> ClassesNear(int consonant, double most)
        => Enumerable.Range(0, _all.Length)
            .Select(other => (_all[other].Class, Distance: Distance(consonant, other)))
            .Where(near => near.Distance <= most)
            .GroupBy(near => near.Class, (name, near) => (name, near.Min(n => n.Distance)))
            .OrderBy(near => near.Item2);

    /// <summary>What it costs that only one spelling writes a consonant.</summary>
    /// <param name="consonant">The consonant.</param>
    /// <param name="isWeak">Whether it stands between a vowel and another consonant, where an h is hardly heard.</param>
    public static double Omitted(int consonant, bool isWeak) => isWeak && _all[consonant].Spelling is ("h" or "\u0647") ? 0.3 : 0.6;

    private static double[,] Distances()
    {
        var distances = new double[_all.Length, _all.Length];
        for (var i = 0; i < _all.Length; i++)
        {
            for (var j = 0; j < _all.Length; j++)
            {
                distances[i, j] = i == j ? 0
                    : IsArabic(i) && IsArabic(j)
                        ? _exchanged.GetValueOrDefault(_all[i].Spelling + _all[j].Spelling, _exchanged.GetValueOrDefault(_all[j].Spelling + _all[i].Spelling, Never))
                        : OfSounds(_all[i].Sounds, _all[j].Sounds);
            }
        }

        return distances;
    }

    // Two unusual readings at once are less likely than both together.
    private static double OfSounds((char Sound, double Cost)[] some, (char Sound, double Cost)[] others)
        => (from one in some
            join other in others on one.Sound equals other.Sound
            select (one.Cost + other.Cost) * (one.Cost > 0 && other.Cost > 0 ? 1.5 : 1)).DefaultIfEmpty(Never).Min();

    private static bool IsArabic(int consonant) => _all[consonant].Spelling[0] > 0x0600;

    private static IEnumerable<(string Spelling, string Class, (char Sound, double Cost)[] Sounds)> Read(string table)
        => table.Split(';').Select(entry => entry.Split(' ')).Select(parts => (
            parts[0], parts[1],
            parts[2..].Select(sound => (sound[0], int.Parse(sound.AsSpan(1), CultureInfo.InvariantCulture) / 100d)).ToArray()));
}
