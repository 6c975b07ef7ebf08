using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Topics;

/// <summary>What a meeting or an agreement is about. SKOS: Concept.</summary>
public sealed class Topic : Entity
{
    /// <summary>The broader topic; null at the top. SKOS: broader.</summary>
    public long? BroaderId { get; set; }

    /// <inheritdoc cref="BroaderId"/>
    public Topic? Broader { get; set; }
}
