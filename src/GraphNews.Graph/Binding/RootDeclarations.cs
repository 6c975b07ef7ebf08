using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Binding;

/// <summary>A field of <c>Query</c> that finds one entity by exactly one of its keys: slug, id, or another unique one.</summary>
internal sealed class Lookup
{
    private Lookup(Type target, IReadOnlyDictionary<string, LambdaExpression> otherKeys)
    {
        Target = target;
        OtherKeys = otherKeys;
    }

    public Type Target { get; }

    /// <summary>Keys besides slug and id: the argument's name and the column.</summary>
    public IReadOnlyDictionary<string, LambdaExpression> OtherKeys { get; }

    public static Lookup Of<TTarget>()
        where TTarget : Entity
        => new(typeof(TTarget), new Dictionary<string, LambdaExpression>());

    public Lookup OrBy<TTarget>(string argument, Expression<Func<TTarget, string>> column)
        where TTarget : Entity
        => new(Target, new Dictionary<string, LambdaExpression>(OtherKeys) { [argument] = column });
}

/// <summary>A field of <c>Query</c> that lists all rows of a kind.</summary>
internal sealed class Listing
{
    private Listing(Type target, IReadOnlyList<LambdaExpression> defaultOrder)
    {
        Target = target;
        DefaultOrder = defaultOrder;
    }

    public Type Target { get; }

    /// <inheritdoc cref="Edge.DefaultOrder"/>
    public IReadOnlyList<LambdaExpression> DefaultOrder { get; }

    public static Listing Of<TTarget>(Expression<Func<TTarget, object?>> orderedBy)
        where TTarget : GraphRow
        => new(typeof(TTarget), [orderedBy]);
}

/// <summary>A field of <c>Query</c> that searches entities by text.</summary>
internal sealed class TextSearch
{
    private TextSearch()
    {
    }

    /// <summary>All entities, by their names and texts.</summary>
    public static TextSearch OfEntities { get; } = new();
}

/// <summary>A field that answers with nodes of any kind, found by the ids or the slug in an argument.</summary>
internal sealed class NodeLookup
{
    private NodeLookup(string argument) => Argument = argument;

    /// <summary>Relay's <c>node(id:)</c>.</summary>
    public static NodeLookup One { get; } = new("id");

    /// <summary>Relay's <c>nodes(ids:)</c>.</summary>
    public static NodeLookup Many { get; } = new("ids");

    /// <summary><c>entity(slug:)</c>.</summary>
    public static NodeLookup OfSlug { get; } = new("slug");

    public string Argument { get; }
}
