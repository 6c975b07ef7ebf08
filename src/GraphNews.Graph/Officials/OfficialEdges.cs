using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Meetings;

namespace GraphNews.Graph.Officials;

/// <summary>Edges that lead out of an official.</summary>
[Extends("Official")]
internal static class OfficialEdges
{
    /// <summary>The posts held.</summary>
    public static Edge Tenures => Edge.To<Tenure>(tenure => tenure.OfficialId).OrderedBy<Tenure>(tenure => tenure.From);

    /// <summary>The meetings attended, each once.</summary>
    public static Edge Meetings => Edge
        .Through<Participation, Meeting>(participation => participation.OfficialId, participation => participation.Meeting)
        .OrderedBy<Meeting>(meeting => meeting.Starts);

    /// <summary>How the person took part in meetings.</summary>
    public static Edge Participations => Edge.To<Participation>(participation => participation.OfficialId);

    /// <summary>The agreements that the person signed for a party, each once.</summary>
    public static Edge SignedAgreements => Edge
        .Through<AgreementParty, Agreement>(party => party.SignatoryId, party => party.Agreement)
        .OrderedBy<Agreement>(agreement => agreement.SortName);
}
