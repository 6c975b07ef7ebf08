using GraphNews.Graph.Binding;
using GraphNews.Graph.Subscriptions;

namespace GraphNews.Graph.Meetings;

/// <summary>Meetings as they come into the graph.</summary>
[Extends("Subscription")]
internal static class MeetingSubscriptions
{
    /// <summary>Each meeting that is recorded.</summary>
    public static Subscription MeetingRecorded => NewNodes.Of<Meeting>();
}
