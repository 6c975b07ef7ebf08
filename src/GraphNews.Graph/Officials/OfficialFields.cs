using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Officials;

/// <summary>Fields of an official that are no columns.</summary>
[Extends("Official")]
internal static class OfficialFields
{
    /// <summary>A short description.</summary>
    public static LocalizedText Description => LocalizedText.Of("description");
}
