namespace GraphNews.Graph.Names;

/// <summary>What <see cref="NameFolding"/> derives from a name; the columns of <see cref="Name"/> of the same names.</summary>
/// <param name="Folded">The name without case, diacritics and variants of the same letter.</param>
/// <param name="Loose">The folded form with articles, joined words and seats of hamza made alike.</param>
/// <param name="Skeleton">Classes of consonants, the same across scripts. Empty where no letter has a class.</param>
public sealed record FoldedName(string Folded, string Loose, string Skeleton)
{
    /// <summary>The skeleton of its first two words; of the one if there are no two.</summary>
    public string SkeletonStart => Skeleton.IndexOf(' ', StringComparison.Ordinal) is > 0 and var first && Skeleton.IndexOf(' ', first + 1) is > 0 and var second
        ? Skeleton[..second]
        : Skeleton;

    /// <summary>The skeleton of its last word.</summary>
    public string SkeletonEnd => Skeleton[(Skeleton.LastIndexOf(' ') + 1)..];
}
