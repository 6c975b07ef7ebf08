using GraphNews.Graph.Costs;
using GraphNews.Graph.Execution;

namespace GraphNews.Graph.Binding;

/// <summary>The schema and the code that answers it, bound by name. Immutable; one per process.</summary>
public sealed class SchemaBinding
{
    internal SchemaBinding(
        SchemaDocument document,
        IReadOnlyDictionary<string, ObjectBinding> objects,
        IReadOnlyDictionary<string, AbstractBinding> abstracts,
        SchemaCosts costs)
    {
        Document = document;
        Objects = objects;
        Abstracts = abstracts;
        Costs = costs;
        Query = objects["Query"];
        Mutation = objects.GetValueOrDefault("Mutation");
        Subscription = objects.GetValueOrDefault("Subscription");
        HighestRoleBelowRoot = objects.Values
            .Where(type => !IsRoot(type))
            .SelectMany(type => type.Fields)
            .Max(field => field.RequiredRole);
        ObjectsByKind = objects.Values.Where(type => type.Kind is not null).ToDictionary(type => type.Kind!.Value);
        ObjectsByClrType = objects.Values.Where(type => type.ClrType is not null).ToDictionary(type => type.ClrType!);
    }

    /// <summary>The merged schema.</summary>
    public SchemaDocument Document { get; }

    /// <summary>The object types by name.</summary>
    public IReadOnlyDictionary<string, ObjectBinding> Objects { get; }

    /// <summary>The interfaces and unions by name.</summary>
    public IReadOnlyDictionary<string, AbstractBinding> Abstracts { get; }

    /// <summary>What fields, types and arguments cost.</summary>
    internal SchemaCosts Costs { get; }

    /// <summary>The root of queries.</summary>
    public ObjectBinding Query { get; }

    /// <summary>The highest role that any field below the root asks for.</summary>
    internal CallerRole HighestRoleBelowRoot { get; }

    /// <summary>The root of mutations; null if the schema has none.</summary>
    public ObjectBinding? Mutation { get; }

    /// <summary>The root of subscriptions; null if the schema has none.</summary>
    public ObjectBinding? Subscription { get; }

    /// <summary>Whether fields of a type are asked for by operations themselves.</summary>
    public bool IsRoot(ObjectBinding type) => type == Query || type == Mutation || type == Subscription;

    internal IReadOnlyDictionary<Nodes.NodeKind, ObjectBinding> ObjectsByKind { get; }

    internal IReadOnlyDictionary<Type, ObjectBinding> ObjectsByClrType { get; }

    /// <summary>Binds the code of this assembly to a schema.</summary>
    /// <exception cref="SchemaException">A field has no code, code has no field, or their types differ.</exception>
    public static SchemaBinding Bind(SchemaDocument document) => new SchemaBinder(document).Bind();
}
