using GraphNews.Graph;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Samples;

/// <summary>What has to be true of the evidence in every graph.</summary>
internal static class EvidenceOf
{
    private static readonly NodeKind[] _facts =
        [NodeKind.Tenure, NodeKind.Participation, NodeKind.AgreementParty, NodeKind.Name, NodeKind.AgencySuccession];

    /// <summary>Each quote is, character by character, what its article's text has at its offsets.</summary>
    public static async Task QuotesStandInTheirTextsAsync(GraphDbContext context)
    {
        var citations = await context.Citations.Include(c => c.Article).Where(c => c.Quote != null).ToListAsync();

        Assert.NotEmpty(citations);
        Assert.All(citations, c => Assert.Equal(c.Quote, c.Article.Text![c.Start!.Value..c.End!.Value]));
    }

    /// <summary>Each fact but those of the reference data has a citation, and nobody's word stands in for one.</summary>
    public static async Task FactsAreCitedAsync(GraphDbContext context)
    {
        var facts = context.Nodes.Where(n => _facts.Contains(n.Kind) && n.CreatedVersion > 1);

        Assert.True(await facts.CountAsync() > 100);
        Assert.Empty(await facts.Where(n => !context.Citations.Any(c => c.SubjectId == n.Id)).ToListAsync());
    }
}
