using GraphNews.Graph.Binding;
using GraphNews.Graph.Officials;

namespace GraphNews.Graph.Posts;

/// <summary>Edges that lead out of a post.</summary>
[Extends("Post")]
internal static class PostEdges
{
    /// <summary>Who held it.</summary>
    public static Edge Tenures => Edge.To<Tenure>(tenure => tenure.PostId).OrderedBy<Tenure>(tenure => tenure.From)
        .RestrictedBy(TenureDays.Restriction);
}
