using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Texts;

/// <summary>A text of a node in one language that is no name: a title, a summary, a description.</summary>
public sealed class Text : GraphRow
{
    /// <summary>The node.</summary>
    public long SubjectId { get; set; }

    /// <inheritdoc cref="SubjectId"/>
    public Node Subject { get; set; } = null!;

    /// <summary>Which text: the schema field's name.</summary>
    public string Field { get; set; } = null!;

    /// <summary>Its language, BCP 47.</summary>
    public string Language { get; set; } = null!;

    /// <summary>The text, Unicode NFC.</summary>
    public string Value { get; set; } = null!;
}
