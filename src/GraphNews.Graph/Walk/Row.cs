using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>
/// One object of an answer, with a slot for each field that is selected. Answers are written from it.
/// A slot holds null, a string, number or Boolean as JSON shows it, a <see cref="Row"/>, a list of these, or a
/// <see cref="GraphNews.Graph.Errors.GraphException"/> that is reported at the slot's path.
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
internal sealed class RowShape(ObjectBinding type, IReadOnlyList<Selection> selections)
{
    // Asked for only by engines that resolve field by field.
    private Dictionary<string, int>? _slots;

    public ObjectBinding Type { get; } = type;

    /// <summary>What is selected, slot by slot.</summary>
    public IReadOnlyList<Selection> Selections { get; } = selections;

    public int Count => Selections.Count;

    public int IndexOf(string responseName) => LazyInitializer.EnsureInitialized(ref _slots, Named)[responseName];

    private Dictionary<string, int> Named()
        => Selections.Select((selection, slot) => (selection.ResponseName, slot)).ToDictionary(named => named.ResponseName, named => named.slot, StringComparer.Ordinal);
}
