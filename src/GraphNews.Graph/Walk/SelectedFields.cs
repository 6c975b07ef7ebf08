using System.Text.Json;
using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>What is selected of one concrete type: as the walk fills it into rows, and as answers show it.</summary>
internal sealed class SelectedFields
{
    private readonly SlotField[] _shown;

    public SelectedFields(ObjectBinding type, IReadOnlyList<ShownField> fields)
    {
        Type = type;
        TypeName = JsonEncodedText.Encode(type.Name);
        Selections = [.. fields.Select(field => field.Selection).OfType<Selection>()];
        var slot = 0;
        _shown = [.. fields.Select(field => new SlotField(field, field.Selection is null ? -1 : slot++))];
    }

    public ObjectBinding Type { get; }

    /// <summary>What <c>__typename</c> shows.</summary>
    public JsonEncodedText TypeName { get; }

    /// <summary>The fields, slot by slot of a row.</summary>
    public IReadOnlyList<Selection> Selections { get; }

    /// <summary>All that is shown, in its order.</summary>
    public ReadOnlySpan<SlotField> Shown => _shown;
}

/// <summary>What is shown under one response name, and where a row holds it.</summary>
internal sealed class SlotField(ShownField shown, int slot)
{
    /// <summary>The response name, as JSON writes it.</summary>
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(shown.ResponseName);

    public string ResponseName => shown.ResponseName;

    /// <summary>The slot; -1 for what the schema tells of itself.</summary>
    public int Slot => slot;

    /// <summary>The field; null for what the schema tells of itself.</summary>
    public FieldBinding? Field { get; } = shown.Selection?.Field;

    /// <summary>What is selected below; null for leaves.</summary>
    public SelectionSet? Children { get; } = shown.Selection?.Children;

    /// <summary>Where in the document it begins; -1 if that is not known.</summary>
    public int Start => shown.Start;
}
