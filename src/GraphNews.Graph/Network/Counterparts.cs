using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>How often one official or agency met another.</summary>
/// <param name="Self">Whose counterpart.</param>
/// <param name="Other">The counterpart.</param>
/// <param name="Meetings">In how many meetings.</param>
internal sealed record Tie(long Self, NodeKey Other, int Meetings);

/// <summary>
/// Answers <c>counterparts</c> for many officials or agencies: one statement counts, one more reads the dates and
/// meetings of those on the pages, where they are asked for.
/// </summary>
internal sealed class Counterparts(GraphReader reader, NodeKind kind, FilterNode? filter)
{
    /// <summary>All counterparts, those met most often first; ties go by kind and id.</summary>
    public async Task<IReadOnlyList<Tie>> CountAsync(IReadOnlyList<long> parents, CancellationToken cancel)
    {
        var one = parents.Count == 1;
        var ties = await reader.RunAsync(
            key => Describe("counterparts", parents, key),
            scope => CompiledStatement.Compile(scope, one ? CountsOfOne(scope).Expression : Counts(scope).Expression, one ? 3 : 4),
            (statement, snapshot, values, token) => statement.ReadAsync(
                snapshot, values, row => new Tie(one ? parents[0] : row.GetInt64(3), Other(row), row.GetInt32(2)), token),
            cancel).ConfigureAwait(false);
        return [.. ties.OrderByDescending(tie => tie.Meetings).ThenBy(tie => tie.Other.Kind).ThenBy(tie => tie.Other.Id)];
    }

    /// <summary>The meetings of ties, each once, the first one first.</summary>
    public async Task<ILookup<(long Self, NodeKey Other), SharedMeeting>> MeetingsAsync(IReadOnlyCollection<Tie> ties, CancellationToken cancel)
    {
        var parents = ties.Select(tie => tie.Self).Distinct().ToList();
        var one = parents.Count == 1;
        var meetings = await reader.RunAsync(
            key => Describe("shared meetings", parents, key.Add("among")
                .AddValue(ties.Select(tie => tie.Other.Id).Distinct().ToArray())),
            scope => CompiledStatement.Compile(scope, Meetings(scope, one).Expression, 5),
            static (statement, snapshot, values, token) => statement.ReadAsync(
                snapshot, values,
                static row => (Self: row.GetInt64(4), Other: Other(row), Meeting: new SharedMeeting(row.GetInt64(2), Date(row.GetString(3)))), token),
            cancel).ConfigureAwait(false);
        return meetings
            .OrderBy(found => found.Meeting.Starts.Earliest).ThenBy(found => found.Meeting.Starts.Latest).ThenBy(found => found.Meeting.Id)
            .ToLookup(found => (found.Self, found.Other), found => found.Meeting);
    }

    private static NodeKey Other(DbDataReader row) => new(row.IsDBNull(1) ? NodeKind.Agency : NodeKind.Official, row.GetInt64(0));

    private static PartialDate Date(string text) => text.Length == 0 ? PartialDate.Unknown : PartialDate.Parse(text);

    private void Describe(string statement, IReadOnlyList<long> parents, ShapeKey key)
    {
        // One and many are statements of their own.
        key.Add(statement).Add(EnumNames.Of(kind)).Add(parents.Count == 1 ? '1' : '*').AddValue(parents.Count == 1 ? parents[0] : parents.ToArray());
        filter?.Describe(key);
    }

    /// <summary>Grouped by what tells two others apart and nothing else: databases sort millions of encounters by it.</summary>
    private IQueryable<object?[]> CountsOfOne(StatementScope scope)
        => from encounter in Encounters.Of(scope, kind, one: true, filter)
           group encounter by encounter.Other into met
           select new object?[] { met.Key, met.Max(encounter => encounter.Official), met.Select(encounter => encounter.Meeting.Id).Distinct().Count() };

    private IQueryable<object?[]> Counts(StatementScope scope)
        => from encounter in Encounters.Of(scope, kind, one: false, filter)
           group encounter by new { encounter.Self, encounter.Other } into met
           select new object?[] { met.Key.Other, met.Max(encounter => encounter.Official), met.Select(encounter => encounter.Meeting.Id).Distinct().Count(), met.Key.Self };

    private IQueryable<object?[]> Meetings(StatementScope scope, bool one)
    {
        var others = scope.Values.Next(typeof(long[]));
        var row = Expression.Parameter(typeof(Encounter), "met");
        var among = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], others, Expression.Property(row, nameof(Encounter.Other)));
        return from met in Encounters.Of(scope, kind, one, filter).Where(Expression.Lambda<Func<Encounter, bool>>(among, row))
                   .Select(met => new { met.Self, met.Other, met.Official, met.Meeting.Id, met.Meeting.Starts.Text }).Distinct()
               select new object?[] { met.Other, met.Official, met.Id, met.Text, met.Self };
    }
}
