using GraphNews.Graph.Agencies;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Posts;

/// <summary>A seat at an agency, whoever holds it. Popolo: Post; FollowTheMoney: Position. Its titles are its names.</summary>
public sealed class Post : Entity
{
    /// <summary>The agency it is a seat at; null if no source says.</summary>
    public long? AgencyId { get; set; }

    /// <inheritdoc cref="AgencyId"/>
    public Agency? Agency { get; set; }

    /// <summary>The rank as its source calls it ("Secretary of State"); null if unknown.</summary>
    public string? Rank { get; set; }
}
