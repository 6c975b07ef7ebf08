namespace GraphNews.Graph.Nodes;

/// <summary>The one row that says where the graph stands. Writers lock it first.</summary>
public sealed class GraphState
{
    /// <summary>Always 1.</summary>
    public int Id { get; set; }

    /// <summary>The newest graph version; 0 before the first write.</summary>
    public long Version { get; set; }

    /// <summary>The id that the next node or link gets.</summary>
    public long NextNodeId { get; set; }

    /// <summary>The version of the folding rules that derived the name columns.</summary>
    public int FoldingVersion { get; set; }
}
