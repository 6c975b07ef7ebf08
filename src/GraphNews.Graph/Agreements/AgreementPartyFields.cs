using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Agreements;

/// <summary>Fields of a party that are no columns.</summary>
[Extends("AgreementParty")]
internal static class AgreementPartyFields
{
    /// <summary>The agency or the country.</summary>
    public static OneOf Party => OneOf.Of<AgreementParty>(party => party.Agency, party => party.Country);
}
