using GraphNews.Graph.Binding;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Articles;

/// <summary>Where facts are from. FollowTheMoney: Article.</summary>
public sealed class SourceArticle : Entity
{
    /// <summary>What sort of source.</summary>
    public ArticleKind Kind { get; set; } = ArticleKind.Article;

    /// <summary>Where it was published; null if it has no address.</summary>
    public string? Url { get; set; }

    /// <summary>Its title, in its language.</summary>
    public string Title { get; set; } = null!;

    /// <summary>Its language, BCP 47; null if unknown.</summary>
    public string? Language { get; set; }

    /// <summary>Who published it; null if unknown.</summary>
    public long? PublisherId { get; set; }

    /// <inheritdoc cref="PublisherId"/>
    public Publisher? Publisher { get; set; }

    /// <summary>When it was published.</summary>
    public PartialDate Published { get; set; } = PartialDate.Unknown;

    /// <summary>When it was fetched, UTC; null if unknown.</summary>
    public DateTime? Retrieved { get; set; }

    /// <summary>Its text exactly as received, never normalised; null if only its address is known. Offsets point into it.</summary>
    [NotPublished]
    public string? Text { get; set; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hex; null without a text.</summary>
    [NotPublished]
    public string? ContentHash { get; set; }
}

/// <summary>What sort of source.</summary>
public enum ArticleKind
{
    /// <summary>A news article or press release.</summary>
    Article,

    /// <summary>A data set or one of its files; citations have locators.</summary>
    Dataset,

    /// <summary>A document, such as a treaty's text.</summary>
    Document,
}

/// <summary>Who published an article.</summary>
public sealed class Publisher : Entity
{
    /// <summary>Its site; null if unknown.</summary>
    public string? Site { get; set; }

    /// <summary>Its country; null if unknown.</summary>
    public long? CountryId { get; set; }

    /// <inheritdoc cref="CountryId"/>
    public Country? Country { get; set; }
}
