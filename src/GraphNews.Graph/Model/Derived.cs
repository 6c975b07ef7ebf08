using System.Collections.Frozen;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Model;

/// <summary>Columns that the writer derives from others. The change log leaves them out: it says what somebody changed.</summary>
internal static class Derived
{
    private static readonly FrozenSet<(Type Type, string Property)> Columns = new[]
    {
        (typeof(GraphRow), nameof(GraphRow.HiddenSince)),
        (typeof(Entity), nameof(Entity.SortName)),
        (typeof(Name), nameof(Name.Folded)),
        (typeof(Name), nameof(Name.Loose)),
        (typeof(Name), nameof(Name.Skeleton)),
        (typeof(Name), nameof(Name.SkeletonStart)),
        (typeof(Name), nameof(Name.SkeletonEnd)),
        (typeof(Name), nameof(Name.FoldingVersion)),
        (typeof(Node), nameof(Node.CreatedVersion)),
        (typeof(Node), nameof(Node.UpdatedVersion)),
    }.ToFrozenSet();

    /// <summary>Whether the writer derives a property.</summary>
    /// <param name="declaringType">The class that declares it.</param>
    /// <param name="property">Its name.</param>
    public static bool Is(Type declaringType, string property) => Columns.Contains((declaringType, property));
}
