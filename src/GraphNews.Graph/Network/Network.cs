using GraphNews.Graph.Dates;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Who met whom around somebody.</summary>
internal sealed class Network
{
    /// <summary>The officials and agencies, the nearest first.</summary>
    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    /// <summary>The ties among them, the strongest first.</summary>
    public required IReadOnlyList<NetworkTie> Edges { get; init; }

    /// <summary>Whether some were left out.</summary>
    public required bool Truncated { get; init; }
}

/// <summary>An official or agency in a network.</summary>
internal sealed class NetworkNode
{
    /// <summary>Who.</summary>
    public required NodeKey Node { get; init; }

    /// <summary>How many ties away from the middle.</summary>
    public required int Distance { get; init; }

    /// <summary>In how many ties.</summary>
    public required int Degree { get; init; }
}

/// <summary>Two who met.</summary>
internal sealed class NetworkTie
{
    /// <summary>One of the two.</summary>
    public required NodeKey From { get; init; }

    /// <summary>The other.</summary>
    public required NodeKey To { get; init; }

    /// <summary>In how many meetings.</summary>
    public required int Weight { get; init; }

    /// <summary>When the first of them began.</summary>
    public required PartialDate First { get; init; }

    /// <summary>When the last of them began.</summary>
    public required PartialDate Last { get; init; }
}
