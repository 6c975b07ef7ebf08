using System.Linq.Expressions;

namespace GraphNews.Graph.Walk;

/// <summary>The condition that rows of another table lead to a row.</summary>
internal static class RelatedRows
{
    /// <summary>There is a related row that fits and whose key is the row's.</summary>
    /// <param name="scope">What the statement is compiled against.</param>
    /// <param name="related">The parameter for a related row.</param>
    /// <param name="fits">What it has to be like.</param>
    /// <param name="toRow">Its key that leads to the row: <c>long</c>, or <c>long?</c>.</param>
    /// <param name="key">The row's own key.</param>
    /// <param name="first">Find the related rows first (IN), instead of for each row (EXISTS): right where few fit.</param>
    public static Expression Lead(StatementScope scope, ParameterExpression related, Expression fits, Expression toRow, Expression key, bool first)
    {
        var rows = new RankedQuery(related.Type, scope.Rows(related.Type));
        if (!first || key.Type != typeof(long))
        {
            var leads = Expression.AndAlso(Expression.Equal(Lift(toRow), Lift(key)), fits);
            return Expression.Call(
                typeof(Queryable), nameof(Queryable.Any), [related.Type], rows.ToExpression(), Expression.Quote(Expression.Lambda(leads, related)));
        }

        var known = toRow is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : toRow;
        if (known.Type == typeof(long?))
        {
            fits = Expression.AndAlso(Expression.NotEqual(known, Expression.Constant(null, typeof(long?))), fits);
            known = Expression.Property(known, nameof(Nullable<>.Value));
        }

        var keys = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [related.Type, typeof(long)],
            rows.Where(Expression.Lambda(fits, related)).ToExpression(), Expression.Quote(Expression.Lambda(known, related)));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(long)], keys, key);
    }

    private static Expression Lift(Expression key) => key.Type == typeof(long?) ? key : Expression.Convert(key, typeof(long?));
}
