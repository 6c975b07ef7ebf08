namespace GraphNews.Graph.Nodes;

/// <summary>A slug and the entity it was given to, for ever; old slugs of merged entities still lead to them.</summary>
public sealed class Slug
{
    /// <summary>The slug; the key.</summary>
    public string Value { get; set; } = null!;

    /// <summary>The entity that it was given to.</summary>
    public long NodeId { get; set; }

    /// <summary>The entity that it was given to.</summary>
    public Node Node { get; set; } = null!;
}
