using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Posts;

/// <summary>Fields of a post that are no columns.</summary>
[Extends("Post")]
internal static class PostFields
{
    /// <summary>Its best name: a post's titles are its names.</summary>
    public static LocalizedText Title => LocalizedText.Name;
}
