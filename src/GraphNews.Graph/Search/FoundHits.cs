using GraphNews.Graph.Walk;
using Lucene.Net.Search;
using Int64 = J2N.Numerics.Int64;
using Single = J2N.Numerics.Single;

namespace GraphNews.Graph.Search;

/// <summary>One page of what the index holds for a question, the best first, ties by id.</summary>
/// <param name="Hits">Up to one more than the page.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record FoundHits(IReadOnlyList<FoundHit> Hits, int Total)
{
    private static readonly Sort BestFirst = new(SortField.FIELD_SCORE, new SortField(IndexFields.Order, SortFieldType.INT64));

    public static FoundHits Find(IndexView view, Query query, SearchPlace? after, int count)
    {
        var top = after is null
            ? view.Searcher.Search(query, null, count, BestFirst, doDocScores: true, doMaxScore: false)
            : view.Searcher.SearchAfter(After(after), query, null, count, BestFirst, doDocScores: true, doMaxScore: false);
        return new FoundHits(
            [.. top.ScoreDocs.Cast<FieldDoc>().Select(found => new FoundHit(
                IndexFields.ContentOf(view.Searcher.Doc(found.Doc)), new SearchPlace(found.Score, ((Int64)found.Fields[1]).ToInt64(), view.Version)))],
            top.TotalHits);
    }

    /// <summary>Whether anything stands at a place or before it.</summary>
    public static bool AnyUpTo(IndexView view, Query query, SearchPlace place)
        => Find(view, query, null, 1).Hits is [var first]
            && (first.Place.Score > place.Score || (first.Place.Score.Equals(place.Score) && first.Place.Id <= place.Id));

    // The id decides between equal scores; no document comes between equal ids.
    private static FieldDoc After(SearchPlace place)
        => new(int.MaxValue, place.Score, [Single.GetInstance(place.Score), Int64.GetInstance(place.Id)]);
}

/// <summary>An entity that was found, as the index has it.</summary>
internal sealed record FoundHit(SearchContent Content, SearchPlace Place)
{
    public NodeKey Node => new(Content.Kind, Content.Id);
}
