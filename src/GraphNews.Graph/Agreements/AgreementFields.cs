using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Agreements;

/// <summary>Fields of an agreement that are no columns.</summary>
[Extends("Agreement")]
internal static class AgreementFields
{
    /// <summary>The title.</summary>
    public static LocalizedText Title => LocalizedText.Of("title");

    /// <summary>The title serves as name.</summary>
    public static LocalizedText Name => Title;

    /// <summary>The summary.</summary>
    public static LocalizedText Summary => LocalizedText.Of("summary");
}
