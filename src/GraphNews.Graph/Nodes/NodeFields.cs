using GraphNews.Graph.Binding;
using GraphNews.Graph.Citations;

namespace GraphNews.Graph.Nodes;

/// <summary>Fields that every entity and fact has.</summary>
[Extends("Node")]
internal static class NodeFields
{
    /// <summary>What sources say of it.</summary>
    public static Edge Citations => Edge.To<Citation>(citation => citation.SubjectId);

    /// <summary>Where sources disagree about it.</summary>
    public static Edge Disputes => Edge.To<Dispute>(dispute => dispute.SubjectId);

    /// <summary>Itself, where it was asked for as one that was merged into it.</summary>
    public static CanonicalNode Canonical => CanonicalNode.OfAsked;

    /// <summary>The version that brought it in.</summary>
    public static Column CreatedVersion => Column.Of((NodeRow row) => row.Node.CreatedVersion);

    /// <summary>The version that last changed it.</summary>
    public static Column UpdatedVersion => Column.Of((NodeRow row) => row.Node.UpdatedVersion);
}
