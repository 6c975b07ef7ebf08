using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Counts of meetings.</summary>
[Extends("Query")]
internal static class MeetingStatQueries
{
    private static readonly Type[] _place = [typeof(int), typeof(int), typeof(int), typeof(int), typeof(long), typeof(long), typeof(long)];

    /// <summary>The groups that the meetings make, by year and month, then the largest first.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: nothing to group by.</exception>
    public static async Task<PlainPage> MeetingStats(GraphReader reader, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var groups = ((IReadOnlyList<object?>)selection.Arguments["groupBy"]!).Cast<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (groups.Count == 0) throw new GraphException(ErrorCodes.BadArguments, "groupBy is empty; name at least one of YEAR, MONTH, KIND, COUNTRY, AGENCY, TOPIC.");

        var where = await FilterNode.OnMeetingsAsync(reader, selection, cancel).ConfigureAwait(false);
        var request = PlainRequest.Of(
            ListRequest.MarkOf($"Query.meetingStats by {string.Join(',', groups)}", where, []), selection.Arguments, _place, options);
        var stats = await MeetingGroups.CountAsync(reader, groups, where, cancel).ConfigureAwait(false);
        var sorted = stats.OrderBy(Order).ToList();
        return request.Cut(sorted, (stat, place) => Order(stat).CompareTo(Order(place)) > 0).Show(stat => stat, Place, request);
    }

    private static object[] Place(MeetingStat stat)
        => [stat.Year ?? 0, stat.Month ?? 0, stat.Count, (int?)stat.Kind ?? -1, stat.CountryId ?? 0, stat.AgencyId ?? 0, stat.TopicId ?? 0];

    private static (int, int, int, int, long, long, long) Order(MeetingStat stat) => Order(Place(stat));

    private static (int, int, int, int, long, long, long) Order(IReadOnlyList<object> place)
        => ((int)place[0], (int)place[1], -(int)place[2], (int)place[3], (long)place[4], (long)place[5], (long)place[6]);
}
