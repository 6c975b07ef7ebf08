using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>Reads who met whom in how many meetings, and when: one statement for many.</summary>
/// <param name="reader">Reads the graph.</param>
/// <param name="filter">Which meetings count; null for all.</param>
internal sealed class ParticipantTies(GraphReader reader, FilterNode? filter)
{
    /// <summary>
    /// The ties of some officials or agencies with those of another kind, in the order of both ids. Between two of one kind only
    /// those with the higher id, so that each tie is told once.
    /// </summary>
    public async Task<IReadOnlyList<ParticipantTie>> OfAsync(NodeKind kind, NodeKind other, long[] ids, CancellationToken cancel)
    {
        var rows = await reader.RunAsync(
            key =>
            {
                key.Add("ties").Add(EnumNames.Of(kind)).Add(EnumNames.Of(other)).AddValue(ids);
                filter?.Describe(key);
            },
            scope => CompiledStatement.Compile(scope, Counts(scope, kind, other).Expression, 4),
            static (statement, snapshot, values, token) => statement.ReadAsync(snapshot, values, Read, token),
            cancel).ConfigureAwait(false);
        return [.. rows.GroupBy(row => (row.From, row.To)).OrderBy(tie => tie.Key.From).ThenBy(tie => tie.Key.To).Select(Tie)];
    }

    private static ParticipantTie Tie(IGrouping<(long From, long To), Shared> tie)
    {
        var dates = tie.Where(row => !row.Starts.IsUnknown).Select(row => row.Starts).ToList();
        return new ParticipantTie(
            tie.Key.From, tie.Key.To, tie.Sum(row => row.Meetings),
            dates.OrderBy(date => date.Earliest).ThenBy(date => date.Latest).ThenBy(date => date.Text, StringComparer.Ordinal).FirstOrDefault(),
            dates.OrderBy(date => date.Latest).ThenBy(date => date.Earliest).ThenBy(date => date.Text, StringComparer.Ordinal).LastOrDefault());
    }

    /// <summary>How many meetings two had by the date as it is written: a date says more than its days.</summary>
    private IQueryable<object?[]> Counts(StatementScope scope, NodeKind kind, NodeKind other)
    {
        var graph = scope.Context;
        var own = graph.Participations.Where(Among(scope, kind));
        var meetings = graph.Meetings.Where(meeting => meeting.HiddenSince == null);
        if (filter is not null) meetings = meetings.Where(filter.On<Meeting>(scope));
        var pairs = from self in own
                    join meeting in meetings on self.MeetingId equals meeting.Id
                    join with in graph.Participations on meeting.Id equals with.MeetingId
                    where with.HiddenSince == null
                    select new { Self = self, With = with, meeting.Id, meeting.Starts.Text };
        var ties = (kind, other) switch
        {
            (NodeKind.Official, NodeKind.Official) => pairs.Where(pair => pair.With.OfficialId > pair.Self.OfficialId)
                .Select(pair => new { From = pair.Self.OfficialId, To = pair.With.OfficialId, pair.Id, pair.Text }),
            (NodeKind.Official, NodeKind.Agency) => pairs.Where(pair => pair.With.AgencyId != null && (pair.Self.AgencyId == null || pair.With.AgencyId != pair.Self.AgencyId))
                .Select(pair => new { From = pair.Self.OfficialId, To = pair.With.AgencyId, pair.Id, pair.Text }),
            _ => pairs.Where(pair => pair.With.AgencyId > pair.Self.AgencyId)
                .Select(pair => new { From = pair.Self.AgencyId, To = pair.With.AgencyId, pair.Id, pair.Text }),
        };
        return from tie in ties
               group tie.Id by new { tie.From, tie.To, tie.Text } into met
               select new object?[] { met.Key.From, met.Key.To, met.Key.Text, met.Distinct().Count() };
    }

    private static Expression<Func<Participation, bool>> Among(StatementScope scope, NodeKind kind)
    {
        var row = Expression.Parameter(typeof(Participation), "self");
        var id = Expression.Property(row, kind == NodeKind.Official ? nameof(Participation.OfficialId) : nameof(Participation.AgencyId));
        var among = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)],
            scope.Values.Next(typeof(long[])), Expression.Property(id, nameof(Nullable<>.Value)));
        return Expression.Lambda<Func<Participation, bool>>(Expression.AndAlso(RankedQuery.Shows(row), among), row);
    }

    private static Shared Read(DbDataReader row)
        => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2) is { Length: > 0 } text ? PartialDate.Parse(text) : PartialDate.Unknown, row.GetInt32(3));

    private readonly record struct Shared(long From, long To, PartialDate Starts, int Meetings);
}
