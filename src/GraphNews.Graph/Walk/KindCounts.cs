using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>Counts the nodes that show, all kinds in one statement.</summary>
internal static class KindCounts
{
    public static async Task<IReadOnlyList<KindCount>> ReadAsync(GraphReader reader, CancellationToken cancel)
    {
        var counts = await reader.RunAsync(
            static key => key.Add("kind counts"),
            static scope => CompiledStatement.Compile(scope, Query(scope), 2),
            static (statement, snapshot, values, token) => statement.ReadAsync(
                snapshot, values, static row => new KindCount(Enum.Parse<NodeKind>(row.GetString(0)), row.GetInt32(1)), token),
            cancel).ConfigureAwait(false);
        return [.. counts.Where(count => count.Count > 0).OrderBy(count => count.Kind)];
    }

    private static MethodCallExpression Query(StatementScope scope)
    {
        var tallies = scope.Binding.ObjectsByKind.OrderBy(type => type.Key)
            .Select(type => OfKind(scope, type.Key, type.Value.ClrType!))
            .Aggregate((left, right) => Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(Tally)], left, right));
        Expression<Func<Tally, object[]>> columns = tally => new object[] { tally.Kind, tally.Count };
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [typeof(Tally), typeof(object[])], tallies, Expression.Quote(columns));
    }

    private static MethodCallExpression OfKind(StatementScope scope, NodeKind kind, Type type)
    {
        var row = Expression.Parameter(type, "row");
        var shown = new RankedQuery(type, scope.Rows(type)).Where(Expression.Lambda(RankedQuery.Shows(row), row)).ToExpression();

        // Every row that shows has the same mark, so the group is all of them.
        var mark = Expression.Property(row, nameof(GraphRow.HiddenSince));
        var grouped = Expression.Call(
            typeof(Queryable), nameof(Queryable.GroupBy), [type, mark.Type], shown, Expression.Quote(Expression.Lambda(mark, row)));
        var group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(mark.Type, type), "group");
        var tally = Expression.MemberInit(
            Expression.New(typeof(Tally)),
            Expression.Bind(typeof(Tally).GetProperty(nameof(Tally.Kind))!, Expression.Constant(kind.ToString())),
            Expression.Bind(
                typeof(Tally).GetProperty(nameof(Tally.Count))!,
                Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [type], group)));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [group.Type, typeof(Tally)], grouped, Expression.Quote(Expression.Lambda(tally, group)));
    }

    private sealed class Tally
    {
        public string Kind { get; set; } = "";

        public int Count { get; set; }
    }
}
