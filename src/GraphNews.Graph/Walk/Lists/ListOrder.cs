using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>The order of a list as keys; the id comes last, so that it is total.</summary>
internal static class ListOrder
{
    public static IReadOnlyList<OrderKey> Compile(StatementScope scope, Type target, IReadOnlyList<OrderTerm> terms)
    {
        var row = Expression.Parameter(target, "listed");
        var source = RowSource.Of(row);
        return
        [
            .. terms.SelectMany(term => term.Build(scope, source).Select(key => new OrderKey(row, key, term.Descending))),
            new OrderKey(row, Expression.Property(row, nameof(GraphRow.Id)), Descending: false),
        ];
    }

    /// <summary>The terms of a declared order.</summary>
    public static IReadOnlyList<OrderTerm> Default(IReadOnlyList<LambdaExpression> declared)
        => [.. declared.Select(key => new OrderTerm.ValueTerm([], key.Body.ToString(), Unboxed(key), descending: false))];

    /// <summary>The rows on one side of a place, whose keys are taken up here.</summary>
    public static Expression Beyond(StatementScope scope, IReadOnlyList<OrderKey> order, RowSource row, bool before)
        => KeysetPredicate.Beyond(order, Place(scope, order), row.Row, before);

    public static IReadOnlyList<Expression> Place(StatementScope scope, IReadOnlyList<OrderKey> order)
        => [.. order.Select(key => scope.Values.Next(key.Value.Type, scope.ColumnOf(key.Value) is { } column && column.ClrType == key.Value.Type ? column : null))];

    private static LambdaExpression Unboxed(LambdaExpression key)
        => Expression.Lambda(key.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : key.Body, key.Parameters);
}

/// <summary>A place in a list that a cursor names: the sort keys of its row.</summary>
internal sealed record ListPlace(IReadOnlyList<object> Keys)
{
    public void Describe(char side, ShapeKey key)
    {
        key.Add(side);
        foreach (var value in Keys) key.AddValue(value);
    }
}
