using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Identity;

/// <summary>Fields of a judgement that are no columns.</summary>
[Extends("Judgement")]
internal static class JudgementFields
{
    /// <summary>One of the nodes, or what stands for it now.</summary>
    public static NodeReference Left => NodeReference.Of((Judgement judgement) => judgement.Left);

    /// <summary>The node that was judged.</summary>
    public static NodeIdOf LeftId => NodeIdOf.The((Judgement judgement) => judgement.Left);

    /// <summary>The other node, or what stands for it now.</summary>
    public static NodeReference Right => NodeReference.Of((Judgement judgement) => judgement.Right);

    /// <summary>The other node that was judged.</summary>
    public static NodeIdOf RightId => NodeIdOf.The((Judgement judgement) => judgement.Right);
}
