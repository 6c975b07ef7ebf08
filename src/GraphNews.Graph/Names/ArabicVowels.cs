namespace GraphNews.Graph.Names;

/// <summary>What it costs that two Arabic spellings of a name differ in a slot: a written vowel mostly makes another name.</summary>
internal static class ArabicVowels
{
    public static double Cost(string one, string other, SlotPlace place)
        => one == other ? 0 : SlotDistance.Of(one, other, (i, j) => Exchange(one[i], other[j]), i => Only(one[i], place), j => Only(other[j], place));

    private static double Exchange(char one, char other)
    {
        var (low, high) = one < other ? (one, other) : (other, one);
        return (low, high) switch
        {
            _ when low == high => 0,
            // ى is written for both, in names from elsewhere also ة.
            (ArabicSlots.AlefMaqsura, ArabicSlots.Yeh) => 0,
            (ArabicSlots.Alef, ArabicSlots.AlefMaqsura) => 0.05,
            (ArabicSlots.Alef, ArabicSlots.TehMarbuta) => 0.15,
            (ArabicSlots.AlefHamza, ArabicSlots.Alef) or (ArabicSlots.WawHamza, ArabicSlots.Waw) or (ArabicSlots.YehHamza, ArabicSlots.Yeh) => 0.02,
            _ when low != ArabicSlots.Ain && high != ArabicSlots.Ain && ArabicSlots.IsThroat(low) && ArabicSlots.IsThroat(high) => 0.05,
            (ArabicSlots.YehHamza, ArabicSlots.Alef) => 0.4,
            _ => 0.6,
        };
    }

    private static double Only(char letter, SlotPlace place) => letter switch
    {
        ArabicSlots.Hamza or ArabicSlots.AlefHamza => place.IsFirst ? 0.5 : 0.05,
        ArabicSlots.WawHamza or ArabicSlots.YehHamza => 0.2,
        // الرحمن and الرحمان, but not حمد and حامد.
        ArabicSlots.Alef => place.IsLast || place.Consonants < 4 ? 0.45 : 0.3,
        _ => 0.6,
    };
}
