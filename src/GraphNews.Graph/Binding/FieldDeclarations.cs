using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Binding;

/// <summary>A field that shows the best of several names or texts for the languages that are asked for.</summary>
internal sealed class LocalizedText
{
    private LocalizedText(string? textField) => TextField = textField;

    /// <summary>The best of the node's names.</summary>
    public static LocalizedText Name { get; } = new(null);

    /// <summary>Which of the node's texts; null for its names.</summary>
    public string? TextField { get; }

    /// <summary>The best of the node's texts of one field.</summary>
    public static LocalizedText Of(string field) => new(field);
}

/// <summary>A field that is read by an expression over the row.</summary>
internal sealed class Column
{
    private Column(LambdaExpression value) => Value = value;

    public LambdaExpression Value { get; }

    public static Column Of<TRow, TValue>(Expression<Func<TRow, TValue>> value)
        where TRow : GraphRow
        => new(value);
}

/// <summary>A field that leads to one row of one of several types, of which at most one is set.</summary>
internal sealed class OneOf
{
    private OneOf(IReadOnlyList<LambdaExpression> members) => Members = members;

    public IReadOnlyList<LambdaExpression> Members { get; }

    public static OneOf Of<TRow>(params Expression<Func<TRow, GraphRow?>>[] members)
        where TRow : GraphRow
        => new(members);
}

/// <summary>A field that leads to one node of any kind, by the navigation to its identity.</summary>
internal sealed class NodeReference
{
    private NodeReference(LambdaExpression node) => Node = node;

    public LambdaExpression Node { get; }

    public static NodeReference Of<TRow>(Expression<Func<TRow, Node>> node)
        where TRow : GraphRow
        => new(node);
}

/// <summary>A field that leads from what was asked for by the id or slug of a merged node to what stands for that.</summary>
internal sealed class CanonicalNode
{
    private CanonicalNode()
    {
    }

    /// <summary>Of the node that was asked for.</summary>
    public static CanonicalNode OfAsked { get; } = new();
}

/// <summary>A field with the opaque id of a node of any kind, whatever stands for it now.</summary>
internal sealed class NodeIdOf
{
    private NodeIdOf(LambdaExpression node) => Node = node;

    public LambdaExpression Node { get; }

    public static NodeIdOf The<TRow>(Expression<Func<TRow, Node>> node)
        where TRow : GraphRow
        => new(node);
}
