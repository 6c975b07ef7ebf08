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
        var ties = await reader.RunAsync(
            key => Describe("counterparts", parents, key),
            scope => CompiledStatement.Compile(scope, Counts(scope).Expression, 4),
            static (statement, snapshot, values, token) => statement.ReadAsync(
                snapshot, values, static row => new Tie(row.GetInt64(0), Other(row, 1), row.GetInt32(3)), token),
            cancel).ConfigureAwait(false);
        return [.. ties.OrderByDescending(tie => tie.Meetings).ThenBy(tie => tie.Other.Kind).ThenBy(tie => tie.Other.Id)];
    }

    /// <summary>The meetings of ties, each once, the first one first.</summary>
    public async Task<ILookup<(long Self, NodeKey Other), SharedMeeting>> MeetingsAsync(IReadOnlyCollection<Tie> ties, CancellationToken cancel)
    {
        var parents = ties.Select(tie => tie.Self).Distinct().ToList();
        var meetings = await reader.RunAsync(
            key => Describe("shared meetings", parents, key.Add("among")
                .AddValue(Ids(ties, NodeKind.Official)).AddValue(Ids(ties, NodeKind.Agency))),
            scope => CompiledStatement.Compile(scope, Meetings(scope).Expression, 5),
            static (statement, snapshot, values, token) => statement.ReadAsync(
                snapshot, values,
                static row => (Self: row.GetInt64(0), Other: Other(row, 1), Meeting: new SharedMeeting(row.GetInt64(3), Date(row.GetString(4)))), token),
            cancel).ConfigureAwait(false);
        return meetings
            .OrderBy(found => found.Meeting.Starts.Earliest).ThenBy(found => found.Meeting.Starts.Latest).ThenBy(found => found.Meeting.Id)
            .ToLookup(found => (found.Self, found.Other), found => found.Meeting);
    }

    private static long[] Ids(IEnumerable<Tie> ties, NodeKind kind)
        => [.. ties.Where(tie => tie.Other.Kind == kind).Select(tie => tie.Other.Id).Distinct()];

    private static NodeKey Other(DbDataReader row, int ordinal)
        => row.IsDBNull(ordinal) ? new NodeKey(NodeKind.Agency, row.GetInt64(ordinal + 1)) : new NodeKey(NodeKind.Official, row.GetInt64(ordinal));

    private static PartialDate Date(string text) => text.Length == 0 ? PartialDate.Unknown : PartialDate.Parse(text);

    private void Describe(string statement, IReadOnlyList<long> parents, ShapeKey key)
    {
        key.Add(statement).Add(EnumNames.Of(kind)).AddValue(parents.ToArray());
        filter?.Describe(key);
    }

    private IQueryable<object?[]> Counts(StatementScope scope)
        => from encounter in Encounters.Of(scope, kind, filter)
           group encounter.Meeting.Id by new { encounter.Self, encounter.Official, encounter.Agency } into met
           select new object?[] { met.Key.Self, met.Key.Official, met.Key.Agency, met.Distinct().Count() };

    private IQueryable<object?[]> Meetings(StatementScope scope)
    {
        var others = Others(scope);
        return from met in Encounters.Of(scope, kind, filter).Where(others)
                   .Select(met => new { met.Self, met.Official, met.Agency, met.Meeting.Id, met.Meeting.Starts.Text }).Distinct()
               select new object?[] { met.Self, met.Official, met.Agency, met.Id, met.Text };
    }

    private static Expression<Func<Encounter, bool>> Others(StatementScope scope)
    {
        var row = Expression.Parameter(typeof(Encounter), "met");
        return Expression.Lambda<Func<Encounter, bool>>(
            Expression.OrElse(Among(scope, Expression.Property(row, nameof(Encounter.Official))), Among(scope, Expression.Property(row, nameof(Encounter.Agency)))), row);
    }

    private static MethodCallExpression Among(StatementScope scope, Expression id)
        => Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)],
            scope.Values.Next(typeof(long[])), Expression.Property(id, nameof(Nullable<>.Value)));
}
