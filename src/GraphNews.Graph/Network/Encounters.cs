using System.Linq.Expressions;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Two participants of one meeting that are not the same: columns of a statement.</summary>
internal sealed class Encounter
{
    /// <summary>The official or agency whose counterparts are asked for.</summary>
    public long Self { get; set; }

    /// <summary>The other: the official, or the agency where no source names the person.</summary>
    public long Other { get; set; }

    /// <summary>The other again, where it is an official.</summary>
    public long? Official { get; set; }

    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; set; } = null!;
}

/// <summary>Who met whom.</summary>
internal static class Encounters
{
    /// <summary>
    /// The encounters of officials or of agencies, once for each row of either side: the same two may be there several
    /// times for one meeting.
    /// </summary>
    /// <param name="scope">What the statement is compiled against; the id of the one asker, or the ids of many, is its next value, then those of the filter.</param>
    /// <param name="kind">Whether the askers are officials or agencies.</param>
    /// <param name="one">Whether there is one asker.</param>
    /// <param name="filter">Which meetings count; null for all.</param>
    public static IQueryable<Encounter> Of(StatementScope scope, NodeKind kind, bool one, FilterNode? filter)
    {
        var context = scope.Context;
        var own = context.Participations.Where(Keys(scope, kind, one));
        var meetings = context.Meetings.Where(meeting => meeting.HiddenSince == null);
        if (filter is not null) meetings = meetings.Where(filter.On<Meeting>(scope));
        return kind == NodeKind.Official
            ? from self in own
              join meeting in meetings on self.MeetingId equals meeting.Id
              join other in context.Participations on meeting.Id equals other.MeetingId
              where other.HiddenSince == null
                && (other.OfficialId != null ? other.OfficialId != self.OfficialId : other.AgencyId != null && (self.AgencyId == null || other.AgencyId != self.AgencyId))
              select new Encounter
              {
                  Self = self.OfficialId!.Value,
                  Other = (other.OfficialId ?? other.AgencyId)!.Value,
                  Official = other.OfficialId,
                  Meeting = meeting,
              }
            : from self in own
              join meeting in meetings on self.MeetingId equals meeting.Id
              join other in context.Participations on meeting.Id equals other.MeetingId
              where other.HiddenSince == null && (other.AgencyId != null ? other.AgencyId != self.AgencyId : other.OfficialId != null)
              select new Encounter
              {
                  Self = self.AgencyId!.Value,
                  Other = (other.OfficialId ?? other.AgencyId)!.Value,
                  Official = other.OfficialId,
                  Meeting = meeting,
              };
    }

    private static Expression<Func<Participation, bool>> Keys(StatementScope scope, NodeKind kind, bool one)
    {
        var row = Expression.Parameter(typeof(Participation), "self");
        var id = Expression.Property(row, kind == NodeKind.Official ? nameof(Participation.OfficialId) : nameof(Participation.AgencyId));
        var asked = one
            ? Expression.Equal(id, Expression.Convert(scope.Values.Next(typeof(long)), typeof(long?)))
            : (Expression)Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)],
                scope.Values.Next(typeof(long[])), Expression.Property(id, nameof(Nullable<>.Value)));
        return Expression.Lambda<Func<Participation, bool>>(Expression.AndAlso(RankedQuery.Shows(row), asked), row);
    }
}
