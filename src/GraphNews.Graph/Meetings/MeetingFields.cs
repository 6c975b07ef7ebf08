using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Meetings;

/// <summary>Fields of a meeting that are no columns.</summary>
[Extends("Meeting")]
internal static class MeetingFields
{
    /// <summary>The title.</summary>
    public static LocalizedText Title => LocalizedText.Of("title");

    /// <summary>The title serves as name.</summary>
    public static LocalizedText Name => Title;

    /// <summary>The summary.</summary>
    public static LocalizedText Summary => LocalizedText.Of("summary");
}
