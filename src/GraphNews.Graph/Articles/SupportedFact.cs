using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Articles;

/// <summary>Something that an article supports, with all that it says of it.</summary>
internal sealed class SupportedFact
{
    /// <summary>The fact, or the entity.</summary>
    public required NodeKey Subject { get; init; }

    /// <summary>Where the first quote begins in the article's text; null without one.</summary>
    public int? Start => Cited.Min(citation => citation.Start);

    /// <summary>The citations of the article for it, in the order in which they stand.</summary>
    public IReadOnlyList<NodeKey> Citations => [.. Cited.OrderBy(citation => citation.Start ?? -1).ThenBy(citation => citation.Id)
        .Select(citation => new NodeKey(NodeKind.Citation, citation.Id))];

    /// <summary>The citations with their places.</summary>
    [NotPublished]
    public required IReadOnlyList<CitedPlace> Cited { get; init; }

    /// <summary>Its place: by its first quote, then by the id of what is supported.</summary>
    [NotPublished]
    public IReadOnlyList<object> Place => [Start ?? -1, Subject.Id];
}

/// <summary>Where a citation stands.</summary>
/// <param name="Id">The citation's id.</param>
/// <param name="Start">Where its quote begins; null without one.</param>
internal readonly record struct CitedPlace(long Id, int? Start);
