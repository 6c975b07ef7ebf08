using GraphNews.Graph.Binding;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Names;

/// <summary>What someone or something is called, in one language and script.</summary>
public sealed class Name : Fact
{
    /// <summary>The node that is called so.</summary>
    public long SubjectId { get; set; }

    /// <inheritdoc cref="SubjectId"/>
    public Node Subject { get; set; } = null!;

    /// <summary>The name as written, Unicode NFC.</summary>
    public string Value { get; set; } = null!;

    /// <summary>Its language, BCP 47; <c>und</c> if unknown.</summary>
    public string Language { get; set; } = "und";

    /// <summary>Its script, ISO 15924, such as Arab or Latn.</summary>
    public string Script { get; set; } = "Zyyy";

    /// <summary>Whether it is the name or another.</summary>
    public NameKind Kind { get; set; } = NameKind.Name;

    /// <summary>Since when it has been in use.</summary>
    public PartialDate ValidFrom { get; set; } = PartialDate.Unknown;

    /// <summary>Until when it was in use.</summary>
    public PartialDate ValidUntil { get; set; } = PartialDate.Unknown;

    /// <summary>Derived: the name without case, diacritics and variants of the same letter.</summary>
    [NotPublished]
    public string Folded { get; set; } = "";

    /// <summary>Derived: the folded form with articles, joined words and seats of hamza made alike.</summary>
    [NotPublished]
    public string Loose { get; set; } = "";

    /// <summary>Derived: classes of consonants, the same across scripts.</summary>
    [NotPublished]
    public string Skeleton { get; set; } = "";

    /// <summary>Derived: the skeleton of its first two words, by which names are looked up that have more words than asked.</summary>
    [NotPublished]
    public string SkeletonStart { get; set; } = "";

    /// <summary>Derived: the skeleton of its last word, by which names are looked up.</summary>
    [NotPublished]
    public string SkeletonEnd { get; set; } = "";

    /// <summary>The version of the rules that derived the five.</summary>
    [NotPublished]
    public int FoldingVersion { get; set; }
}

/// <summary>Whether a name is the name or another.</summary>
public enum NameKind
{
    /// <summary>The name.</summary>
    Name,

    /// <summary>Another name in use.</summary>
    Alias,

    /// <summary>A name of the past.</summary>
    Former,

    /// <summary>The name carried over into another script by rule.</summary>
    Transliteration,
}

/// <summary>A key of a node in somebody else's scheme. Popolo: Identifier.</summary>
public sealed class Identifier : GraphRow
{
    /// <summary>The node.</summary>
    public long SubjectId { get; set; }

    /// <inheritdoc cref="SubjectId"/>
    [NotPublished]
    public Node Subject { get; set; } = null!;

    /// <summary>The scheme, such as <c>wikidata</c>.</summary>
    public string Scheme { get; set; } = null!;

    /// <summary>The key in the scheme.</summary>
    public string Value { get; set; } = null!;
}
