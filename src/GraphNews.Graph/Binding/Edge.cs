using System.Linq.Expressions;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Binding;

/// <summary>
/// A field that leads from one node to many, declared once: which rows link parent and target. The walk answers it
/// for any number of parents with one statement; filters reach through it.
/// </summary>
internal sealed class Edge
{
    private Edge(Type link, Type target, LambdaExpression parentKey, LambdaExpression? toTarget)
    {
        Link = link;
        Target = target;
        ParentKey = parentKey;
        ToTarget = toTarget;
    }

    /// <summary>The rows that link: the targets themselves, or rows between.</summary>
    public Type Link { get; }

    /// <summary>What the field lists.</summary>
    public Type Target { get; }

    /// <summary>From a link to the parent's id.</summary>
    public LambdaExpression ParentKey { get; }

    /// <summary>From a link to its target; null where the link is the target.</summary>
    public LambdaExpression? ToTarget { get; }

    /// <summary>What the list is sorted by, unless it is asked for otherwise; the id comes last in any case.</summary>
    public IReadOnlyList<LambdaExpression> DefaultOrder { get; private init; } = [];

    /// <summary>Reads the field's own arguments as a condition on the links; null where the field has none of its own.</summary>
    public Func<IReadOnlyDictionary<string, object?>, FilterNode?>? Restriction { get; private init; }

    /// <summary>The targets hold the parent's id themselves.</summary>
    public static Edge To<TTarget>(Expression<Func<TTarget, long?>> parentKey)
        where TTarget : GraphRow
        => new(typeof(TTarget), typeof(TTarget), parentKey, null);

    /// <summary>Rows between hold both ids. A target that several of them lead to is listed once.</summary>
    public static Edge Through<TLink, TTarget>(Expression<Func<TLink, long?>> parentKey, Expression<Func<TLink, TTarget?>> target)
        where TLink : GraphRow
        where TTarget : GraphRow
        => new(typeof(TLink), typeof(TTarget), parentKey, target);

    /// <summary>The same edge, sorted by something of the target.</summary>
    public Edge OrderedBy<TTarget>(Expression<Func<TTarget, object?>> key)
        where TTarget : GraphRow
        => new(Link, Target, ParentKey, ToTarget) { DefaultOrder = [.. DefaultOrder, key], Restriction = Restriction };

    /// <summary>The same edge, whose arguments say which links count.</summary>
    public Edge RestrictedBy(Func<IReadOnlyDictionary<string, object?>, FilterNode?> restriction)
        => new(Link, Target, ParentKey, ToTarget) { DefaultOrder = DefaultOrder, Restriction = restriction };
}
