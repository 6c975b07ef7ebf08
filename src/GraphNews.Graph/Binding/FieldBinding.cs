using System.Linq.Expressions;
using System.Reflection;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Subscriptions;
using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>A field of an object type, and what answers it.</summary>
public abstract class FieldBinding
{
    private protected FieldBinding(GraphQLFieldDefinition definition)
    {
        Definition = definition;
        Type = AnswerType.Of(definition.Type);
    }

    /// <summary>The field's name in the schema.</summary>
    public string Name => Definition.Name.StringValue;

    /// <summary>The least role that has it: what <c>@authorize</c> says at the field or its type.</summary>
    public CallerRole RequiredRole { get; internal set; }

    internal GraphQLFieldDefinition Definition { get; }

    /// <summary>Where its answers may be null.</summary>
    internal AnswerType Type { get; }
}

/// <summary>The opaque id.</summary>
internal sealed class IdField(GraphQLFieldDefinition definition) : FieldBinding(definition);

/// <summary>A scalar or enum, read by an expression over the row.</summary>
internal sealed class ColumnField(GraphQLFieldDefinition definition, LambdaExpression value) : FieldBinding(definition)
{
    public LambdaExpression Value { get; } = value;
}

/// <summary>A partial date: an object that lies in the row itself.</summary>
internal sealed class PartialDateField(GraphQLFieldDefinition definition, LambdaExpression value, ObjectBinding target)
    : FieldBinding(definition)
{
    public LambdaExpression Value { get; } = value;

    public ObjectBinding Target { get; } = target;
}

/// <summary>The best name or text for the languages asked.</summary>
internal sealed class LocalizedField(GraphQLFieldDefinition definition, LocalizedText text) : FieldBinding(definition)
{
    public LocalizedText Text { get; } = text;
}

/// <summary>One other row, joined into the statement.</summary>
internal sealed class ToOneField(GraphQLFieldDefinition definition, LambdaExpression navigation, ObjectBinding target)
    : FieldBinding(definition)
{
    public LambdaExpression Navigation { get; } = navigation;

    public ObjectBinding Target { get; } = target;
}

/// <summary>One other row of one of several types, all joined into the statement.</summary>
internal sealed class OneOfField(
    GraphQLFieldDefinition definition, IReadOnlyList<(LambdaExpression Navigation, ObjectBinding Target)> members)
    : FieldBinding(definition)
{
    public IReadOnlyList<(LambdaExpression Navigation, ObjectBinding Target)> Members { get; } = members;
}

/// <summary>One node of any kind: its kind is read with the row, the rest with one statement per kind.</summary>
internal sealed class NodeReferenceField(GraphQLFieldDefinition definition, LambdaExpression node) : FieldBinding(definition)
{
    public LambdaExpression Node { get; } = node;
}

/// <summary>What stands for the node that was asked for, where that is another: read with one statement more, and only then.</summary>
internal sealed class CanonicalField(GraphQLFieldDefinition definition) : FieldBinding(definition);

/// <summary>The opaque id of a node of any kind, read with the row.</summary>
internal sealed class NodeIdField(GraphQLFieldDefinition definition, LambdaExpression node) : FieldBinding(definition)
{
    public LambdaExpression Node { get; } = node;
}

/// <summary>Many other rows: a statement of its own.</summary>
internal sealed class EdgeField(GraphQLFieldDefinition definition, Edge edge, ObjectBinding target, ObjectBinding? connection)
    : FieldBinding(definition)
{
    public Edge Edge { get; } = edge;

    public ObjectBinding Target { get; } = target;

    /// <summary>The connection type; null for a plain list.</summary>
    public ObjectBinding? Connection { get; } = connection;
}

/// <summary>A field of a connection, an edge or page info, or of a plain value: filled in by the walk under its name.</summary>
internal sealed class PartField(GraphQLFieldDefinition definition, ObjectBinding? target, PropertyInfo? property)
    : FieldBinding(definition)
{
    /// <summary>The object type of the part; null for a scalar.</summary>
    public ObjectBinding? Target { get; } = target;

    /// <summary>Where the value is read from a plain value; null in connections.</summary>
    public PropertyInfo? Property { get; } = property;
}

/// <summary>A field of <c>Query</c> that finds one entity.</summary>
internal sealed class LookupField(GraphQLFieldDefinition definition, Lookup lookup, ObjectBinding target)
    : FieldBinding(definition)
{
    public Lookup Lookup { get; } = lookup;

    public ObjectBinding Target { get; } = target;
}

/// <summary>A field of <c>Query</c> that lists all rows of a kind.</summary>
internal sealed class ListingField(GraphQLFieldDefinition definition, Listing listing, ObjectBinding target, ObjectBinding connection)
    : FieldBinding(definition)
{
    public Listing Listing { get; } = listing;

    public ObjectBinding Target { get; } = target;

    public ObjectBinding Connection { get; } = connection;
}

/// <summary>A field of <c>Query</c> that finds nodes of any kind.</summary>
internal sealed class NodeLookupField(GraphQLFieldDefinition definition, NodeLookup lookup) : FieldBinding(definition)
{
    public NodeLookup Lookup { get; } = lookup;
}

/// <summary>A field of <c>Query</c> that searches entities by text.</summary>
internal sealed class SearchField(GraphQLFieldDefinition definition, ObjectBinding hit, ObjectBinding connection)
    : FieldBinding(definition)
{
    /// <summary>The type of what is found.</summary>
    public ObjectBinding Hit { get; } = hit;

    public ObjectBinding Connection { get; } = connection;
}

/// <summary>A field of <c>Mutation</c>.</summary>
internal sealed class MutationField(GraphQLFieldDefinition definition, Mutation mutation, ObjectBinding payload)
    : FieldBinding(definition)
{
    /// <summary>What it writes.</summary>
    public Mutation Mutation { get; } = mutation;

    /// <summary>The type of its answer.</summary>
    public ObjectBinding Payload { get; } = payload;
}

/// <summary>A field of <c>Subscription</c>.</summary>
internal sealed class SubscriptionField(GraphQLFieldDefinition definition, Subscription subscription, ObjectBinding target)
    : FieldBinding(definition)
{
    /// <summary>What it tells of.</summary>
    public Subscription Subscription { get; } = subscription;

    /// <summary>The type of what it shows.</summary>
    public ObjectBinding Target { get; } = target;
}

/// <summary>
/// A field that a method answers with plain objects: of <c>Query</c>, or of a type of nodes, where it answers for many parents at once.
/// </summary>
internal sealed class MethodField(GraphQLFieldDefinition definition, MethodInfo method, ObjectBinding? target)
    : FieldBinding(definition)
{
    public MethodInfo Method { get; } = method;

    /// <summary>The object type that it leads to; null for scalars.</summary>
    public ObjectBinding? Target { get; } = target;
}
