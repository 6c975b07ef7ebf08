using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>The statement that reads rows of one kind by a key, followed to the node that stands for them. Compiled once per shape.</summary>
internal sealed class RowsByKey
{
    private readonly CompiledStatement _statement;
    private readonly int _asked;

    private RowsByKey(CompiledStatement statement, int asked, RowPlan plan)
    {
        _statement = statement;
        _asked = asked;
        Plan = plan;
    }

    public RowPlan Plan { get; }

    /// <summary>By the ids of nodes.</summary>
    public static Task<(RowPlan Plan, Dictionary<long, Row> Rows)> OfIdsAsync(
        GraphReader reader, ObjectBinding type, IReadOnlyCollection<long> ids, SelectionSet selected, CancellationToken cancel)
        => RunAsync(
            reader, type, selected, "ids", ids.ToArray(),
            (scope, node) => Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], scope.Values.Next(typeof(long[])), Expression.Property(node, nameof(Node.Id))),
            cancel);

    /// <summary>By a slug, which may be one of a node that was merged.</summary>
    public static Task<(RowPlan Plan, Dictionary<long, Row> Rows)> OfSlugAsync(
        GraphReader reader, ObjectBinding type, string slug, SelectionSet selected, CancellationToken cancel)
    {
        Expression<Func<Slug, string>> value = given => given.Value;
        Expression<Func<Slug, long>> id = given => given.NodeId;
        return RunAsync(reader, type, selected, "slug", slug, (scope, node) => IdIn(scope, node, value, id), cancel);
    }

    /// <summary>By a column that is unique among rows of the kind.</summary>
    public static Task<(RowPlan Plan, Dictionary<long, Row> Rows)> OfColumnAsync(
        GraphReader reader, ObjectBinding type, string name, LambdaExpression column, string value, SelectionSet selected, CancellationToken cancel)
    {
        var row = column.Parameters[0];
        var id = Expression.Lambda(Expression.Property(row, nameof(GraphRow.Id)), row);
        return RunAsync(reader, type, selected, name, value, (scope, node) => IdIn(scope, node, column, id), cancel);
    }

    /// <summary>The node's id is among those of the rows whose column is the value: an IN, which is searched rather than scanned.</summary>
    private static MethodCallExpression IdIn(StatementScope scope, ParameterExpression node, LambdaExpression column, LambdaExpression id)
    {
        var row = column.Parameters[0];
        var matches = Expression.Lambda(Expression.Equal(column.Body, scope.Values.Next(typeof(string), scope.ColumnOf(column.Body))), row);
        var rows = new RankedQuery(row.Type, scope.Rows(row.Type)).Where(matches).ToExpression();
        var ids = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, typeof(long)], rows, Expression.Quote(id));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(long)], ids, Expression.Property(node, nameof(Node.Id)));
    }

    private static async Task<(RowPlan Plan, Dictionary<long, Row> Rows)> RunAsync(
        GraphReader reader, ObjectBinding type, SelectionSet selected, string by, object value,
        Func<StatementScope, ParameterExpression, Expression> matches, CancellationToken cancel)
    {
        var (plan, rows) = await reader.RunAsync(
            key =>
            {
                key.Add('=').Add(type.Name).Add(by).AddValue(value);
                RowPlanner.Describe(type, selected, reader.Languages, key);
            },
            scope => Compile(scope, type, selected, matches),
            async (plan, snapshot, values, token) => (plan, await plan._statement.ReadAsync(
                snapshot, values, plan.Read, token).ConfigureAwait(false)),
            cancel).ConfigureAwait(false);
        return (plan.Plan, rows.ToDictionary(found => found.Asked, found => found.Row));
    }

    private (long Asked, Row Row) Read(DbDataReader reader)
    {
        var asked = reader.GetInt64(_asked);
        return (asked, Plan.Read(reader, asked));
    }

    /// <summary>Nodes that match, joined with the rows of those that stand for them.</summary>
    private static RowsByKey Compile(
        StatementScope scope, ObjectBinding type, SelectionSet selected, Func<StatementScope, ParameterExpression, Expression> matches)
    {
        var node = Expression.Parameter(typeof(Node), "node");
        var row = Expression.Parameter(type.ClrType!, "row");
        var nodes = new RankedQuery(typeof(Node), scope.Rows<Node>()).Where(Expression.Lambda(matches(scope, node), node)).ToExpression();
        var shown = new RankedQuery(type.ClrType!, scope.Rows(type.ClrType!)).Where(Expression.Lambda(RankedQuery.Shows(row), row)).ToExpression();

        var projection = new Projection();
        var asked = projection.Add(Expression.Property(node, nameof(Node.Id)));
        var plan = new RowPlanner(scope, projection).Plan(type, selected, RowSource.Of(row));
        var query = Expression.Call(
            typeof(Queryable), nameof(Queryable.Join), [typeof(Node), type.ClrType!, typeof(long), typeof(object[])],
            nodes,
            shown,
            Expression.Quote(Expression.Lambda(Expression.Property(node, nameof(Node.CanonicalId)), node)),
            Expression.Quote(Expression.Lambda(Expression.Property(row, nameof(GraphRow.Id)), row)),
            Expression.Quote(Expression.Lambda(projection.ToArray(), node, row)));
        return new RowsByKey(CompiledStatement.Compile(scope, query, projection.Count), asked, plan);
    }
}
