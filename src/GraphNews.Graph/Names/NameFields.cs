using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Names;

/// <summary>Fields of a name that are no columns.</summary>
[Extends("Name")]
internal static class NameFields
{
    /// <summary>What is called so.</summary>
    public static NodeReference Subject => NodeReference.Of((Name name) => name.Subject);
}
