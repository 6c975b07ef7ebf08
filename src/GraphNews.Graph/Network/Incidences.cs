using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>
/// Reads what connects officials and agencies: all of many with one statement. A participant is the official; the agency where no
/// source names the person, or where the agency is an end of the chain that is looked for.
/// </summary>
/// <param name="reader">Reads the graph.</param>
/// <param name="ends">The ids of agencies that are ends.</param>
internal sealed class Incidences(GraphReader reader, IReadOnlySet<long> ends)
{
    /// <summary>In what officials and agencies are.</summary>
    public async Task<IReadOnlyList<Incidence>> OfAsync(IReadOnlyCollection<NodeKey> entities, string through, CancellationToken cancel)
    {
        var (officials, agencies) = (Ids(entities, NodeKind.Official), Ids(entities, NodeKind.Agency));
        var asked = entities.ToHashSet();
        var rows = await ReadAsync("of", through, [officials, agencies], scope =>
        {
            // One after the other: each has an index of its own.
            var (some, others) = (scope.Values.Next(typeof(long[])), scope.Values.Next(typeof(long[])));
            var graph = scope.Context;
            return through switch
            {
                "MEETING" => Columns(graph.Participations.Where(Among<Participation>(some, row => row.OfficialId))
                    .Concat(graph.Participations.Where(Among<Participation>(others, row => row.AgencyId)))),
                "AGREEMENT" => Columns(graph.AgreementParties.Where(Among<AgreementParty>(some, row => row.SignatoryId))
                    .Concat(graph.AgreementParties.Where(Among<AgreementParty>(others, row => row.AgencyId)))),
                _ => Columns(graph.Tenures.Where(Among<Tenure>(some, row => row.OfficialId))
                    .Concat(graph.Tenures.Where(Among<Tenure>(others, row => row.Post.AgencyId)))),
            };
        }, cancel).ConfigureAwait(false);
        return [.. rows.SelectMany(row => Of(row, through)).Where(found => asked.Contains(found.Entity)).Distinct()];
    }

    /// <summary>Who is in what connects.</summary>
    public async Task<IReadOnlyList<Incidence>> InAsync(IReadOnlyCollection<NodeKey> via, string through, CancellationToken cancel)
    {
        var rows = await ReadAsync("in", through, [[.. via.Select(key => key.Id)]], scope =>
        {
            var keys = scope.Values.Next(typeof(long[]));
            return through switch
            {
                "MEETING" => Columns(scope.Context.Participations.Where(Among<Participation>(keys, row => row.MeetingId))),
                "AGREEMENT" => Columns(scope.Context.AgreementParties.Where(Among<AgreementParty>(keys, row => row.AgreementId))),
                _ => Columns(scope.Context.Tenures.Where(Among<Tenure>(keys, row => row.Id))),
            };
        }, cancel).ConfigureAwait(false);
        return [.. rows.SelectMany(row => Of(row, through))];
    }

    private static long[] Ids(IEnumerable<NodeKey> keys, NodeKind kind) => [.. keys.Where(key => key.Kind == kind).Select(key => key.Id)];

    private static IQueryable<object?[]> Columns(IQueryable<Participation> rows)
        => rows.Select(row => new object?[] { row.Id, row.MeetingId, row.OfficialId, row.AgencyId });

    private static IQueryable<object?[]> Columns(IQueryable<AgreementParty> rows)
        => rows.Select(row => new object?[] { row.Id, row.AgreementId, row.SignatoryId, row.AgencyId });

    // A tenure connects by itself: of its post only the agency counts.
    private static IQueryable<object?[]> Columns(IQueryable<Tenure> rows)
        => rows.Select(row => new object?[] { row.Id, row.PostId, row.OfficialId, row.Post.AgencyId });

    private static Expression<Func<TRow, bool>> Among<TRow>(Expression keys, Expression<Func<TRow, long?>> key)
        where TRow : GraphRow
    {
        var known = key.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : Expression.Property(key.Body, nameof(Nullable<>.Value));
        var among = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], keys, known);
        return Expression.Lambda<Func<TRow, bool>>(Expression.AndAlso(RankedQuery.Shows(key.Parameters[0]), among), key.Parameters[0]);
    }

    private IEnumerable<Incidence> Of(Found row, string through)
    {
        var via = through switch
        {
            "MEETING" => new NodeKey(NodeKind.Meeting, row.Via),
            "AGREEMENT" => new NodeKey(NodeKind.Agreement, row.Via),
            _ => new NodeKey(NodeKind.Tenure, row.Fact),
        };
        if (row.Official is { } official) yield return new Incidence(new NodeKey(NodeKind.Official, official), via, row.Fact);
        if (row.Agency is { } agency && (row.Official is null || through == "AGENCY" || ends.Contains(agency)))
            yield return new Incidence(new NodeKey(NodeKind.Agency, agency), via, row.Fact);
    }

    private Task<List<Found>> ReadAsync(
        string direction, string through, IReadOnlyList<long[]> keys, Func<StatementScope, IQueryable<object?[]>> query, CancellationToken cancel)
        => reader.RunAsync(
            key =>
            {
                key.Add("incidences").Add(direction).Add(through);
                foreach (var some in keys) key.AddValue(some);
            },
            scope => CompiledStatement.Compile(scope, query(scope).Expression, 4),
            static (statement, snapshot, values, token) => statement.ReadAsync(snapshot, values, Read, token),
            cancel);

    private static Found Read(DbDataReader row)
        => new(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3));

    private readonly record struct Found(long Fact, long Via, long? Official, long? Agency);
}
