using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>A node of the network.</summary>
/// <param name="Id">The id by which the API knows it.</param>
/// <param name="Label">Its best name.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Kind">Official or agency.</param>
/// <param name="Country">The country's code; null if unknown.</param>
/// <param name="AgencyKind">What sort of institution; null for officials.</param>
internal sealed record NetworkNode(string Id, string Label, string Slug, NodeKind Kind, string? Country, string? AgencyKind)
{
    /// <summary>The attributes in their order, the label aside.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["kind", "slug", "country", "agencyKind"];

    /// <summary>Their values.</summary>
    public IReadOnlyList<string?> Values => [Kind == NodeKind.Official ? "official" : "agency", Slug, Country, AgencyKind];
}
