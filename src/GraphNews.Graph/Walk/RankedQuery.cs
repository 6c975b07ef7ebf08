using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>A query that is put together from expressions: restricted, ranked, cut off.</summary>
internal sealed class RankedQuery
{
    private readonly Type _row;
    private Expression _query;
    private bool _ranked;

    public RankedQuery(Type row, Expression rows)
    {
        _row = row;
        _query = rows;
    }

    public static Expression Shows(Expression row)
        => Expression.Equal(Expression.Property(row, nameof(GraphRow.HiddenSince)), Expression.Constant(null, typeof(long?)));

    public RankedQuery Where(LambdaExpression predicate)
    {
        _query = Call(nameof(Queryable.Where), [_row], predicate);
        return this;
    }

    public RankedQuery ThenBy(LambdaExpression key, bool descending = false)
    {
        var method = (_ranked, descending) switch
        {
            (false, false) => nameof(Queryable.OrderBy),
            (false, true) => nameof(Queryable.OrderByDescending),
            (true, false) => nameof(Queryable.ThenBy),
            (true, true) => nameof(Queryable.ThenByDescending),
        };
        _query = Call(method, [_row, key.ReturnType], key);
        _ranked = true;
        return this;
    }

    public RankedQuery Take(Expression count)
    {
        _query = Expression.Call(typeof(Queryable), nameof(Queryable.Take), [_row], _query, count);
        return this;
    }

    /// <summary>The value of the first row; null if there is none. The id decides between equals.</summary>
    public Expression First(LambdaExpression value)
    {
        var row = Expression.Parameter(_row, "row");
        ThenBy(Expression.Lambda(Expression.Property(row, nameof(GraphRow.Id)), row));
        var values = Call(nameof(Queryable.Select), [_row, value.ReturnType], value);
        return Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [value.ReturnType], values);
    }

    public Expression ToExpression() => _query;

    private MethodCallExpression Call(string method, Type[] types, LambdaExpression lambda)
        => Expression.Call(typeof(Queryable), method, types, _query, Expression.Quote(lambda));
}
