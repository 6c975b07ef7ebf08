using GraphNews.Graph.Articles;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Citations;

/// <summary>What a source says of a fact or an entity. W3C Web Annotation: TextQuoteSelector and TextPositionSelector.</summary>
public sealed class Citation : NodeRow
{
    /// <summary>The node that is cited for.</summary>
    public long SubjectId { get; set; }

    /// <inheritdoc cref="SubjectId"/>
    public Node Subject { get; set; } = null!;

    /// <summary>The source.</summary>
    public long ArticleId { get; set; }

    /// <inheritdoc cref="ArticleId"/>
    public SourceArticle Article { get; set; } = null!;

    /// <summary>The words of the source, exactly as they stand in its text; null where a locator stands.</summary>
    public string? Quote { get; set; }

    /// <summary>Where the quote begins in the article's text, in UTF-16 code units; null without a quote.</summary>
    public int? Start { get; set; }

    /// <summary>Where the quote ends, exclusive; null without a quote.</summary>
    public int? End { get; set; }

    /// <summary>Where in a data set or document it stands ("meetings.csv, row 3"); null where a quote stands.</summary>
    public string? Locator { get; set; }

    /// <summary>The schema field that is supported; null for the node as a whole.</summary>
    public string? Field { get; set; }

    /// <summary>What this source says the field's value is; null if it only supports the accepted value.</summary>
    public string? Value { get; set; }

    /// <summary>Who or what recorded the citation.</summary>
    public string AssertedBy { get; set; } = null!;

    /// <summary>How sure the recorder is, 0 to 1; null if not said.</summary>
    public double? Confidence { get; set; }

    /// <summary>The claim of a dispute that it supports; null if its value is not disputed.</summary>
    public long? ClaimId { get; set; }

    /// <inheritdoc cref="ClaimId"/>
    [NotPublished]
    public Claim? Claim { get; set; }
}

/// <summary>Sources disagree on a field of a node.</summary>
public sealed class Dispute : GraphRow
{
    /// <summary>The node.</summary>
    public long SubjectId { get; set; }

    /// <inheritdoc cref="SubjectId"/>
    [NotPublished]
    public Node Subject { get; set; } = null!;

    /// <summary>The schema field.</summary>
    public string Field { get; set; } = null!;

    /// <summary>The value that the node shows; null if it shows none.</summary>
    public string? Accepted { get; set; }
}

/// <summary>One of the values that sources give in a dispute.</summary>
public sealed class Claim : GraphRow
{
    /// <summary>The dispute.</summary>
    public long DisputeId { get; set; }

    /// <inheritdoc cref="DisputeId"/>
    [NotPublished]
    public Dispute Dispute { get; set; } = null!;

    /// <summary>The value as text.</summary>
    public string Value { get; set; } = null!;
}
