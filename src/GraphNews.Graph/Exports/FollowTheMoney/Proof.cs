using GraphNews.Graph.Citations;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Exports.FollowTheMoney;

/// <summary>What supports an entity: the documents that it and its names are cited from.</summary>
internal static class Proof
{
    /// <summary>Adds the documents of the citations of some rows.</summary>
    public static void Add(FollowTheMoneyEntity entity, ExportPage page, ExportLosses losses, IEnumerable<NodeRow> cited)
    {
        foreach (var citation in cited.SelectMany(row => page.Hanging<Citation>(row.Id)))
        {
            entity.Add("proof", page.Slug(citation.ArticleId));
            losses.Add(LossNames.Places);
            losses.AddIf(citation.Value is not null, LossNames.Claims);
        }
    }
}
