using FsCheck;
using FsCheck.Fluent;

namespace GraphNews.Tests.Names;

/// <summary>Texts that names are made of, and texts that no name should be: any UTF-16, halves of surrogate pairs too.</summary>
internal static class AnyText
{
    private const string Letters = "abdehiklmnorsuxyzعبدهوحطيكلمنسفصقرشتثخذضظغاأإآةىئؤءپچگیкмйё -',.ـ\u0301\u064E\u0670\u200Cšçğ٣";

    private static readonly Gen<string> _likely = Gen.Elements(Letters.ToCharArray()).ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<string> _any = Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units));

    private static readonly Gen<string> _names = Gen.Elements(
        "Abdellatif Hammouchi", "عبد اللطيف حموشي", "Mohammed bin Salman", "محمد بن سلمان", "Ould Ghazouani", "HAMMOUCHI Abdellatif",
        "Hammouchi, A.", "Sheikh Ali", "خوسيه", "Лавров", "Abu Bakr", "Ben Ali", "بن علي", "José Manuel Albares", "ألباريس");

    public static Arbitrary<string> Arbitrary { get; } = Gen.OneOf(
        _likely, _any, _names, from one in _names from other in _names select $"{one} {other}", from name in _names from any in _any select name + any).ToArbitrary();
}
