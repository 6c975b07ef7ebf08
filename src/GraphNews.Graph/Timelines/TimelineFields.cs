using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Timelines;

/// <summary>What an official did, in time order.</summary>
[Extends("Official")]
internal static class OfficialTimeline
{
    /// <summary>The dated entries, in time order.</summary>
    public static Task<IReadOnlyDictionary<long, object?>> Timeline(
        GraphReader reader, IReadOnlyList<long> officials, Selection selection, WalkOptions options, CancellationToken cancel)
        => TimelinePages.AnswerAsync(reader, NodeKind.Official, officials, selection, options, cancel);
}

/// <summary>What happened to an agency, in time order.</summary>
[Extends("Agency")]
internal static class AgencyTimeline
{
    /// <inheritdoc cref="OfficialTimeline.Timeline"/>
    public static Task<IReadOnlyDictionary<long, object?>> Timeline(
        GraphReader reader, IReadOnlyList<long> agencies, Selection selection, WalkOptions options, CancellationToken cancel)
        => TimelinePages.AnswerAsync(reader, NodeKind.Agency, agencies, selection, options, cancel);
}

/// <summary>What happened to a post, in time order.</summary>
[Extends("Post")]
internal static class PostTimeline
{
    /// <inheritdoc cref="OfficialTimeline.Timeline"/>
    public static Task<IReadOnlyDictionary<long, object?>> Timeline(
        GraphReader reader, IReadOnlyList<long> posts, Selection selection, WalkOptions options, CancellationToken cancel)
        => TimelinePages.AnswerAsync(reader, NodeKind.Post, posts, selection, options, cancel);
}

/// <summary>What happened about a topic, in time order.</summary>
[Extends("Topic")]
internal static class TopicTimeline
{
    /// <inheritdoc cref="OfficialTimeline.Timeline"/>
    public static Task<IReadOnlyDictionary<long, object?>> Timeline(
        GraphReader reader, IReadOnlyList<long> topics, Selection selection, WalkOptions options, CancellationToken cancel)
        => TimelinePages.AnswerAsync(reader, NodeKind.Topic, topics, selection, options, cancel);
}

/// <summary>What happened about an occasion, in time order.</summary>
[Extends("Occasion")]
internal static class OccasionTimeline
{
    /// <inheritdoc cref="OfficialTimeline.Timeline"/>
    public static Task<IReadOnlyDictionary<long, object?>> Timeline(
        GraphReader reader, IReadOnlyList<long> occasions, Selection selection, WalkOptions options, CancellationToken cancel)
        => TimelinePages.AnswerAsync(reader, NodeKind.Occasion, occasions, selection, options, cancel);
}
