using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Binding;

/// <summary>An object type of the schema and the C# type of its rows or values.</summary>
public sealed class ObjectBinding
{
    private readonly Dictionary<string, FieldBinding> _fields = new(StringComparer.Ordinal);

    internal ObjectBinding(string name, Type? clrType)
    {
        Name = name;
        ClrType = clrType;
        Kind = clrType is not null && clrType.IsSubclassOf(typeof(NodeRow)) ? Enum.Parse<NodeKind>(name) : null;
    }

    /// <summary>The type's name in the schema.</summary>
    public string Name { get; }

    /// <summary>The fields.</summary>
    public IReadOnlyCollection<FieldBinding> Fields => _fields.Values;

    /// <summary>The rows, or the plain values; null for types that the walk fills in: connections, edges, page info, dates.</summary>
    internal Type? ClrType { get; }

    /// <summary>The kind of node; null if it is none.</summary>
    internal NodeKind? Kind { get; }

    /// <summary>The field of that name.</summary>
    /// <exception cref="KeyNotFoundException">The type has no such field; validation excludes this.</exception>
    public FieldBinding Field(string name) => _fields[name];

    internal FieldBinding? FieldOrNull(string name) => _fields.GetValueOrDefault(name);

    internal void Add(FieldBinding field) => _fields.Add(field.Name, field);
}

/// <summary>An interface or union.</summary>
public sealed class AbstractBinding
{
    internal AbstractBinding(string name, IReadOnlyList<ObjectBinding> possibleTypes)
    {
        Name = name;
        PossibleTypes = possibleTypes;
    }

    /// <summary>The type's name in the schema.</summary>
    public string Name { get; }

    /// <summary>The object types that it can be, in the order of their names.</summary>
    public IReadOnlyList<ObjectBinding> PossibleTypes { get; }
}
