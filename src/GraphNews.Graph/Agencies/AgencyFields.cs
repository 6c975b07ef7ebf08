using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Agencies;

/// <summary>Fields of an agency that are no columns.</summary>
[Extends("Agency")]
internal static class AgencyFields
{
    /// <summary>A short description.</summary>
    public static LocalizedText Description => LocalizedText.Of("description");
}
