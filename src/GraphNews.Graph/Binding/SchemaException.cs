namespace GraphNews.Graph.Binding;

/// <summary>
/// The schema files do not hold together, or they and the code do not fit. Names file, line, type and field, so that
/// the mistake can be found without a debugger. Stops the start.
/// </summary>
public sealed class SchemaException : Exception
{
    /// <summary>One or more mistakes, a line each.</summary>
    public SchemaException(IReadOnlyList<string> mistakes)
        : base(string.Join(Environment.NewLine, mistakes)) => Mistakes = mistakes;

    /// <summary>A single mistake.</summary>
    public SchemaException(string mistake)
        : this([mistake])
    {
    }

    /// <summary>The mistakes, in the order of the files.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
