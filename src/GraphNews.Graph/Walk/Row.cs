using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>
/// One object of an answer, with a slot for each response name. The engine's resolvers below the root only read it.
/// A slot holds null, a string, number or Boolean as JSON shows it, a <see cref="Row"/>, a list of these, or a
/// <see cref="GraphNews.Graph.Errors.GraphException"/> that the engine reports at the slot's path.
/// </summary>
public sealed class Row
{
    private readonly object?[] _slots;

    internal Row(RowShape shape, long key)
    {
        Shape = shape;
        Key = key;
        _slots = new object?[shape.Count];
    }

    /// <summary>Its concrete type.</summary>
    public ObjectBinding Type => Shape.Type;

    internal RowShape Shape { get; }

    /// <summary>The id by which edges find their parents; 0 where none is selected.</summary>
    internal long Key { get; }

    /// <summary>The value under a response name.</summary>
    /// <exception cref="KeyNotFoundException">The operation does not select that name here.</exception>
    public object? this[string responseName] => _slots[Shape.IndexOf(responseName)];

    internal object? this[int slot]
    {
        get => _slots[slot];
        set => _slots[slot] = value;
    }
}

/// <summary>The type and the response names of rows of one selection.</summary>
internal sealed class RowShape
{
    private readonly Dictionary<string, int> _slots;

    public RowShape(ObjectBinding type, IReadOnlyList<Selection> selections)
    {
        Type = type;
        Selections = selections;
        _slots = new Dictionary<string, int>(selections.Count, StringComparer.Ordinal);
        foreach (var selection in selections) _slots.Add(selection.ResponseName, _slots.Count);
    }

    public ObjectBinding Type { get; }

    /// <summary>What is selected, slot by slot.</summary>
    public IReadOnlyList<Selection> Selections { get; }

    public int Count => _slots.Count;

    public int IndexOf(string responseName) => _slots[responseName];
}
