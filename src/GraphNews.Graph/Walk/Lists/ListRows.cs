using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>The rows of a list inside a statement that is being compiled.</summary>
/// <param name="Scope">What it is compiled against.</param>
/// <param name="Row">The parameter for a row: a target, or the link to one.</param>
/// <param name="Target">The row that is listed.</param>
/// <param name="ParentKey">The parent's id; null at the root.</param>
/// <param name="Parents">The parents' ids, where there are several.</param>
/// <param name="ParentRow">The class of rows that have those ids: nodes, or links that lead on.</param>
/// <param name="Belongs">The row shows and belongs to the list.</param>
internal sealed record ListRows(
    StatementScope Scope, ParameterExpression Row, RowSource Target, Expression? ParentKey, Expression? Parents, Type ParentRow, Expression Belongs)
{
    /// <summary>A page for each parent: of one parent a plain cut, of many a window inside each.</summary>
    public Expression Page(Expression? restriction, IReadOnlyList<OrderKey> order, bool backward, Expression count)
    {
        if (Parents is null) return Ranked(Restrict(restriction), order, backward).Take(count).ToExpression();

        var parent = Expression.Parameter(ParentRow, "parent");
        var parentId = Expression.Property(parent, nameof(Node.Id));
        var ofParent = Expression.Equal(ParentKey!, Expression.Convert(parentId, typeof(long?)));
        var window = Ranked(Expression.AndAlso(ofParent, Restrict(restriction)), order, backward).Take(count).ToExpression();

        var isParent = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Parents, parentId);
        var parents = new RankedQuery(ParentRow, Scope.Rows(ParentRow)).Where(Expression.Lambda(isParent, parent)).ToExpression();
        var rows = typeof(IEnumerable<>).MakeGenericType(Row.Type);
        var each = Expression.Lambda(typeof(Func<,>).MakeGenericType(ParentRow, rows), window, parent);
        var paged = Expression.Call(typeof(Queryable), nameof(Queryable.SelectMany), [ParentRow, Row.Type], parents, Expression.Quote(each));
        return Ranked(null, order, backward, paged, ParentKey).ToExpression();
    }

    /// <summary>One row for each parent that has any: its id and the number of its rows.</summary>
    public Expression Counts(Expression? restriction)
    {
        // At the root every row that shows has the same mark, so the group is all of them.
        var key = ParentKey ?? Expression.Property(Row, nameof(GraphRow.HiddenSince));
        var rows = new RankedQuery(Row.Type, Scope.Rows(Row.Type)).Where(Expression.Lambda(Restrict(restriction), Row)).ToExpression();
        var grouped = Expression.Call(
            typeof(Queryable), nameof(Queryable.GroupBy), [Row.Type, key.Type], rows, Expression.Quote(Expression.Lambda(key, Row)));

        var group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(key.Type, Row.Type), "group");
        var columns = Expression.NewArrayInit(
            typeof(object),
            Expression.Convert(Expression.Property(group, "Key"), typeof(object)),
            Expression.Convert(Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [Row.Type], group), typeof(object)));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [group.Type, typeof(object[])], grouped, Expression.Quote(Expression.Lambda(columns, group)));
    }

    /// <summary>The columns of each row of a page.</summary>
    public Expression Select(Expression page, Projection columns)
        => Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [Row.Type, typeof(object[])], page, Expression.Quote(Expression.Lambda(columns.ToArray(), Row)));

    private Expression Restrict(Expression? restriction)
        => restriction is null ? Belongs : Expression.AndAlso(Belongs, restriction);

    private RankedQuery Ranked(
        Expression? restriction, IReadOnlyList<OrderKey> order, bool backward, Expression? rows = null, Expression? firstBy = null)
    {
        var query = new RankedQuery(Row.Type, rows ?? Scope.Rows(Row.Type));
        if (restriction is not null) query.Where(Expression.Lambda(restriction, Row));
        if (firstBy is not null) query.ThenBy(Expression.Lambda(firstBy, Row));
        foreach (var key in order) query.ThenBy(key.Of(Target.Row, Row), key.Descending != backward);
        return query;
    }
}
