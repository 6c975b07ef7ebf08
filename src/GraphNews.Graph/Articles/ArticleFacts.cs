using GraphNews.Graph.Binding;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Articles;

/// <summary>What articles support.</summary>
[Extends("SourceArticle")]
internal static class ArticleFacts
{
    private static readonly Type[] _place = [typeof(int), typeof(long)];

    /// <summary>The facts and entities that an article supports, each once, in the order in which it speaks of them. One statement for many articles.</summary>
    public static async Task<IReadOnlyDictionary<long, object?>> Facts(
        GraphReader reader, IReadOnlyList<long> articles, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var kinds = selection.Arguments.GetValueOrDefault("kinds") is IReadOnlyList<object?> given
            ? given.Cast<string>().Select(EnumNames.Parse<NodeKind>).Order().ToArray()
            : Enum.GetValues<NodeKind>();
        var request = PlainRequest.Of(
            ListRequest.MarkOf($"SourceArticle.facts {string.Join(',', kinds)}", null, []), selection.Arguments, _place, options);

        long[] keys = [.. articles];
        var rows = await reader.AskAsync(
            (graph, token) => graph.Citations
                .Where(citation => citation.HiddenSince == null && keys.Contains(citation.ArticleId) && kinds.Contains(citation.Subject.Kind))
                .Select(citation => new { citation.ArticleId, citation.SubjectId, citation.Subject.Kind, citation.Id, citation.Start })
                .ToListAsync(token),
            cancel).ConfigureAwait(false);
        var cited = rows.ToLookup(row => row.ArticleId);
        return articles.ToDictionary(article => article, article => (object?)request
            .Cut(
                [.. cited[article].GroupBy(row => new NodeKey(row.Kind, row.SubjectId), row => new CitedPlace(row.Id, row.Start))
                    .Select(subject => new SupportedFact { Subject = subject.Key, Cited = [.. subject] })
                    .OrderBy(Order)],
                (fact, place) => Order(fact).CompareTo(((int)place[0], (long)place[1])) > 0)
            .Show(fact => fact, fact => fact.Place, request));
    }

    private static (int, long) Order(SupportedFact fact) => ((int)fact.Place[0], (long)fact.Place[1]);
}
