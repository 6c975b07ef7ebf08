using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Officials;

namespace GraphNews.Graph.Places;

/// <summary>Edges that lead out of a country.</summary>
[Extends("Country")]
internal static class CountryEdges
{
    /// <summary>Its agencies.</summary>
    public static Edge Agencies => Edge.To<Agency>(agency => agency.CountryId).OrderedBy<Agency>(agency => agency.SortName);

    /// <summary>The officials that serve it.</summary>
    public static Edge Officials => Edge.To<Official>(official => official.CountryId).OrderedBy<Official>(official => official.SortName);

    /// <summary>The places in it.</summary>
    public static Edge Places => Edge.To<Place>(place => place.CountryId).OrderedBy<Place>(place => place.SortName);

    /// <summary>The agreements that bind it, each once.</summary>
    public static Edge Agreements => Edge
        .Through<AgreementParty, Agreement>(party => party.CountryId, party => party.Agreement)
        .OrderedBy<Agreement>(agreement => agreement.SortName);
}
