using GraphNews.Graph.Binding;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Somebody who took part in the same meetings.</summary>
internal sealed class CounterpartSummary
{
    /// <summary>Who: an official; an agency where no source names the person.</summary>
    public required NodeKey Counterpart { get; init; }

    /// <summary>In how many meetings.</summary>
    public required int MeetingCount { get; init; }

    /// <summary>When they met first; unknown if no meeting is dated.</summary>
    public PartialDate First => MeetingDays.Of(Shared).First;

    /// <summary>When they met last; unknown if no meeting is dated.</summary>
    public PartialDate Last => MeetingDays.Of(Shared).Last;

    /// <summary>The meetings, the first one first, unknown dates before all.</summary>
    public IReadOnlyList<NodeKey> Meetings => [.. Shared.Select(meeting => new NodeKey(Nodes.NodeKind.Meeting, meeting.Id))];

    /// <summary>The meetings with their dates, in that order; empty where nothing of them is asked for.</summary>
    [NotPublished]
    public required IReadOnlyList<SharedMeeting> Shared { get; init; }
}

/// <summary>A meeting of two.</summary>
/// <param name="Id">The meeting's id.</param>
/// <param name="Starts">When it began.</param>
internal sealed record SharedMeeting(long Id, PartialDate Starts);
