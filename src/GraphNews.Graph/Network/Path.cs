using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>A chain from one official or agency to another.</summary>
internal sealed class Path
{
    /// <summary>How many steps it has.</summary>
    public int Length => Steps.Count;

    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<PathStep> Steps { get; init; }
}

/// <summary>One step of a chain.</summary>
internal sealed class PathStep
{
    /// <summary>Where it begins.</summary>
    public required NodeKey From { get; init; }

    /// <summary>Where it ends.</summary>
    public required NodeKey To { get; init; }

    /// <summary>What connects them.</summary>
    public required NodeKey Via { get; init; }

    /// <summary>The citations of the facts that put the two there.</summary>
    public required IReadOnlyList<NodeKey> Citations { get; init; }
}
