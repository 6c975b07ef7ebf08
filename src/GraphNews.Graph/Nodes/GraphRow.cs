using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Nodes;

/// <summary>A row that lists can show: of a kind of node, or a link between two.</summary>
public abstract class GraphRow
{
    /// <summary>The key; for nodes the id of their <see cref="Node"/>. Every order ends on it.</summary>
    public long Id { get; set; }

    /// <summary>
    /// The graph version since which answers leave the row out: it was retracted, merged into another, or one of
    /// its ends was. Null while it shows. Derived from the nodes, kept in the row so that indexes can hold it.
    /// </summary>
    [NotPublished]
    public long? HiddenSince { get; set; }
}

/// <summary>A row of one kind of node.</summary>
public abstract class NodeRow : GraphRow
{
    /// <summary>Its identity and versions.</summary>
    [NotPublished]
    public Node Node { get; set; } = null!;
}

/// <summary>Something with a life of its own, with a slug and names.</summary>
public abstract class Entity : NodeRow
{
    /// <summary>Short, readable, unique across all kinds, lower-case ASCII, never reused.</summary>
    public string Slug { get; set; } = null!;

    /// <summary>What lists are sorted by: the folded best name in the default languages.</summary>
    [NotPublished]
    public string SortName { get; set; } = "";
}

/// <summary>Something that sources say; citations hang on it.</summary>
public abstract class Fact : NodeRow
{
    /// <summary>
    /// Who stated it without naming a source (an editor); null where citations support it. No fact is without both.
    /// </summary>
    public string? StatedBy { get; set; }
}
