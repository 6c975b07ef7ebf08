using System.Linq.Expressions;

namespace GraphNews.Graph.Walk;

/// <summary>The rows that come after, or before, a place in an order.</summary>
internal static class KeysetPredicate
{
    /// <summary>
    /// (k1 &gt; a1) or (k1 = a1 and k2 &gt; a2) or …, with the bound k1 ≥ a1 in front, which an index can use.
    /// </summary>
    public static Expression Beyond(IReadOnlyList<OrderKey> order, IReadOnlyList<Expression> place, Expression row, bool before)
    {
        Expression? beyond = null;
        for (var last = order.Count - 1; last >= 0; last--)
        {
            var key = order[last].On(row);
            var step = Comparison.Of(Direction(order[last], before), key, place[last]);
            beyond = beyond is null
                ? step
                : Expression.OrElse(step, Expression.AndAlso(Expression.Equal(key, place[last]), beyond));
        }

        var bound = Direction(order[0], before) is ExpressionType.GreaterThan
            ? ExpressionType.GreaterThanOrEqual
            : ExpressionType.LessThanOrEqual;
        return order.Count == 1
            ? beyond!
            : Expression.AndAlso(Comparison.Of(bound, order[0].On(row), place[0]), beyond!);
    }

    private static ExpressionType Direction(OrderKey key, bool before)
        => key.Descending == before ? ExpressionType.GreaterThan : ExpressionType.LessThan;
}
