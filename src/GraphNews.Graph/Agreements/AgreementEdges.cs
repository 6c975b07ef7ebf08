using GraphNews.Graph.Binding;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Agreements;

/// <summary>Edges that lead out of an agreement.</summary>
[Extends("Agreement")]
internal static class AgreementEdges
{
    /// <summary>Who is bound.</summary>
    public static Edge Parties => Edge.To<AgreementParty>(party => party.AgreementId);

    /// <summary>What it is about.</summary>
    public static Edge Topics => Edge.Through<AgreementTopic, Topic>(link => link.AgreementId, link => link.Topic);

    /// <summary>The occasions that it is made for.</summary>
    public static Edge Occasions => Edge.Through<AgreementOccasion, Occasion>(link => link.AgreementId, link => link.Occasion);
}
