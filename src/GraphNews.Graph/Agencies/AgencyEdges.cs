using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Posts;

namespace GraphNews.Graph.Agencies;

/// <summary>Edges that lead out of an agency.</summary>
[Extends("Agency")]
internal static class AgencyEdges
{
    /// <summary>The changes by which it came to be.</summary>
    public static Edge Predecessors => Edge.To<AgencySuccession>(succession => succession.SuccessorId).OrderedBy<AgencySuccession>(succession => succession.Date);

    /// <summary>The changes by which others followed it.</summary>
    public static Edge Successors => Edge.To<AgencySuccession>(succession => succession.PredecessorId).OrderedBy<AgencySuccession>(succession => succession.Date);

    /// <summary>The agencies that are part of it.</summary>
    public static Edge Children => Edge.To<Agency>(agency => agency.ParentId).OrderedBy<Agency>(agency => agency.SortName);

    /// <summary>The seats at it.</summary>
    public static Edge Posts => Edge.To<Post>(post => post.AgencyId).OrderedBy<Post>(post => post.SortName);

    /// <summary>Who holds or held a post at it, each once.</summary>
    public static Edge Officials => Edge
        .Through<Tenure, Official>(tenure => tenure.Post.AgencyId, tenure => tenure.Official)
        .OrderedBy<Official>(official => official.SortName)
        .RestrictedBy(TenureDays.Restriction);

    /// <summary>The meetings it was represented at, each once.</summary>
    public static Edge Meetings => Edge
        .Through<Participation, Meeting>(participation => participation.AgencyId, participation => participation.Meeting)
        .OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>The meetings it hosted.</summary>
    public static Edge HostedMeetings => Edge.To<Meeting>(meeting => meeting.HostId).OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>How it was represented at meetings.</summary>
    public static Edge Participations => Edge.To<Participation>(participation => participation.AgencyId);

    /// <summary>The agreements that bind it, each once.</summary>
    public static Edge Agreements => Edge
        .Through<AgreementParty, Agreement>(party => party.AgencyId, party => party.Agreement)
        .OrderedBy<Agreement>(agreement => agreement.SortName);
}
