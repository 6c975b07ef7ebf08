using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Timelines;

/// <summary>That something belongs into a node's timeline: columns of a statement.</summary>
internal sealed class TimelineLink
{
    /// <summary>Whose timeline.</summary>
    public long Parent { get; set; }

    /// <summary>What belongs there.</summary>
    public long Target { get; set; }
}

/// <summary>What belongs into the timelines of nodes of each kind. The same thing may be there several times.</summary>
internal static class TimelineLinks
{
    public static bool HasMeetings(NodeKind of) => of is not NodeKind.Post;

    public static bool HasTenures(NodeKind of) => of is NodeKind.Official or NodeKind.Agency or NodeKind.Post;

    public static bool HasAgreements(NodeKind of) => of is not NodeKind.Post;

    /// <summary>The meetings that they took part in, hosted, or that were about them.</summary>
    public static IQueryable<TimelineLink> ToMeetings(GraphDbContext graph, NodeKind of, long[] keys) => of switch
    {
        NodeKind.Official => graph.Participations
            .Where(part => part.HiddenSince == null && part.OfficialId != null && keys.Contains(part.OfficialId.Value))
            .Select(part => new TimelineLink { Parent = part.OfficialId!.Value, Target = part.MeetingId }),
        NodeKind.Agency => graph.Participations
            .Where(part => part.HiddenSince == null && part.AgencyId != null && keys.Contains(part.AgencyId.Value))
            .Select(part => new TimelineLink { Parent = part.AgencyId!.Value, Target = part.MeetingId })
            .Concat(graph.Meetings
                .Where(meeting => meeting.HiddenSince == null && meeting.HostId != null && keys.Contains(meeting.HostId.Value))
                .Select(meeting => new TimelineLink { Parent = meeting.HostId!.Value, Target = meeting.Id })),
        NodeKind.Topic => graph.MeetingTopics
            .Where(link => link.HiddenSince == null && keys.Contains(link.TopicId))
            .Select(link => new TimelineLink { Parent = link.TopicId, Target = link.MeetingId }),
        _ => graph.MeetingOccasions
            .Where(link => link.HiddenSince == null && keys.Contains(link.OccasionId))
            .Select(link => new TimelineLink { Parent = link.OccasionId, Target = link.MeetingId }),
    };

    /// <summary>The tenures of officials, at agencies, of posts.</summary>
    public static IQueryable<TimelineLink> ToTenures(GraphDbContext graph, NodeKind of, long[] keys)
    {
        var tenures = graph.Tenures.Where(tenure => tenure.HiddenSince == null);
        return of switch
        {
            NodeKind.Official => tenures.Where(tenure => keys.Contains(tenure.OfficialId))
                .Select(tenure => new TimelineLink { Parent = tenure.OfficialId, Target = tenure.Id }),
            // The index of a post's agency holds only posts that show; those of the others hide their tenures anyway.
            NodeKind.Agency => tenures.Where(tenure => tenure.Post.HiddenSince == null && tenure.Post.AgencyId != null && keys.Contains(tenure.Post.AgencyId.Value))
                .Select(tenure => new TimelineLink { Parent = tenure.Post.AgencyId!.Value, Target = tenure.Id }),
            _ => tenures.Where(tenure => keys.Contains(tenure.PostId))
                .Select(tenure => new TimelineLink { Parent = tenure.PostId, Target = tenure.Id }),
        };
    }

    /// <summary>The agreements that officials signed, that bind agencies, and that are about a topic or made for an occasion.</summary>
    public static IQueryable<TimelineLink> ToAgreements(GraphDbContext graph, NodeKind of, long[] keys) => of switch
    {
        NodeKind.Official => graph.AgreementParties
            .Where(party => party.HiddenSince == null && party.SignatoryId != null && keys.Contains(party.SignatoryId.Value))
            .Select(party => new TimelineLink { Parent = party.SignatoryId!.Value, Target = party.AgreementId }),
        NodeKind.Agency => graph.AgreementParties
            .Where(party => party.HiddenSince == null && party.AgencyId != null && keys.Contains(party.AgencyId.Value))
            .Select(party => new TimelineLink { Parent = party.AgencyId!.Value, Target = party.AgreementId }),
        NodeKind.Topic => graph.AgreementTopics
            .Where(link => link.HiddenSince == null && keys.Contains(link.TopicId))
            .Select(link => new TimelineLink { Parent = link.TopicId, Target = link.AgreementId }),
        _ => graph.AgreementOccasions
            .Where(link => link.HiddenSince == null && keys.Contains(link.OccasionId))
            .Select(link => new TimelineLink { Parent = link.OccasionId, Target = link.AgreementId }),
    };

    /// <summary>The successions of agencies, from either side: one after the other, since each has an index of its own.</summary>
    public static IQueryable<TimelineLink> ToSuccessions(GraphDbContext graph, long[] keys)
    {
        var successions = graph.AgencySuccessions.Where(succession => succession.HiddenSince == null);
        return successions.Where(succession => keys.Contains(succession.PredecessorId))
            .Select(succession => new TimelineLink { Parent = succession.PredecessorId, Target = succession.Id })
            .Concat(successions.Where(succession => keys.Contains(succession.SuccessorId))
                .Select(succession => new TimelineLink { Parent = succession.SuccessorId, Target = succession.Id }));
    }
}
