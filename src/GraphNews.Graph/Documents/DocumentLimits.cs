namespace GraphNews.Graph.Documents;

/// <summary>How much of each sort a document may hold, counted before it is validated: validators are slower than clients.</summary>
public sealed record DocumentLimits
{
    /// <summary>
    /// Selection sets inside one another, each fragment that is spread among them. Engines recurse by level. Introspection by
    /// common clients has up to 23.
    /// </summary>
    public int Depth { get; init; } = 40;

    /// <summary>Fields as they are written. The sample operation has about 80, introspection by common clients 100.</summary>
    public int Fields { get; init; } = 400;

    /// <summary>
    /// Fields and fragments with all fragments written out: those that spread others twice double each time. Introspection by
    /// common clients has about 400.
    /// </summary>
    public int Selections { get; init; } = 4_000;

    /// <summary>Fields that are given another name. A hundred guesses at a password fit into a hundred aliases.</summary>
    public int Aliases { get; init; } = 100;

    /// <summary>Directives, wherever they stand.</summary>
    public int Directives { get; init; } = 100;
}
