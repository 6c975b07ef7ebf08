using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Citations;

/// <summary>Fields of a citation that are no columns.</summary>
[Extends("Citation")]
internal static class CitationFields
{
    /// <summary>What is cited for.</summary>
    public static NodeReference Subject => NodeReference.Of((Citation citation) => citation.Subject);
}
