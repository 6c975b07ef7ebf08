using System.Collections.Frozen;
using System.Text;

namespace GraphNews.Graph.Names;

/// <summary>
/// Writes folded Arabic, Cyrillic and Greek in the letters a to z, readably and without a claim to be exact. Letters
/// of other scripts stay as they are.
/// </summary>
internal static class Romanization
{
    private static readonly FrozenDictionary<int, string> _letters = LetterTable.Read(
        // Arabic, as news writes it: no marks, ain and hamza left out.
        "\u0621=;\u0627=a;\u0628=b;\u0629=a;\u062A=t;\u062B=th;\u062C=j;\u062D=h;\u062E=kh;\u062F=d;\u0630=dh;\u0631=r;\u0632=z;"
        + "\u0633=s;\u0634=sh;\u0635=s;\u0636=d;\u0637=t;\u0638=z;\u0639=;\u063A=gh;\u0641=f;\u0642=q;\u0643=k;\u0644=l;\u0645=m;"
        + "\u0646=n;\u0647=h;\u067E=p;\u0686=ch;\u0698=zh;\u06A4=v;\u06AF=g;\u06C7=u;\u06CB=v;"
        // Cyrillic: Russian, Ukrainian, Serbian, Macedonian.
        + "а=a;б=b;в=v;г=g;д=d;е=e;ж=zh;з=z;и=i;к=k;л=l;м=m;н=n;о=o;п=p;р=r;с=s;т=t;у=u;ф=f;х=kh;ц=ts;ч=ch;ш=sh;щ=shch;ъ=;"
        + "ы=y;ь=;э=e;ю=yu;я=ya;є=ye;і=i;ґ=g;ђ=dj;ј=j;љ=lj;њ=nj;ћ=c;џ=dz;ѕ=dz;ў=u;"
        // Greek
        + "α=a;β=v;γ=g;δ=d;ε=e;ζ=z;η=i;θ=th;ι=i;κ=k;λ=l;μ=m;ν=n;ξ=x;ο=o;π=p;ρ=r;σ=s;τ=t;υ=y;φ=f;χ=ch;ψ=ps;ω=o");

    /// <summary>The text with every letter of the three scripts replaced.</summary>
    /// <param name="folded">A folded text.</param>
    public static string Of(string folded)
    {
        var text = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var letter = folded[i];
            if (letter is ArabicLetters.Waw or ArabicLetters.WawHamza)
            {
                text.Append(IsConsonant(folded, i) ? "w" : "u");
            }
            else if (letter is ArabicLetters.Yeh or ArabicLetters.YehHamza)
            {
                text.Append(IsConsonant(folded, i) ? "y" : "i");
            }
            else
            {
                text.Append(_letters.GetValueOrDefault(letter) ?? letter.ToString());
            }
        }

        return text.ToString();
    }

    // Waw and yeh are consonants at the head of a word and beside an alef, vowels elsewhere.
    private static bool IsConsonant(string text, int i)
        => i == 0 || text[i - 1] is ' ' or ArabicLetters.Alef || (i + 1 < text.Length && text[i + 1] is ArabicLetters.Alef);
}
