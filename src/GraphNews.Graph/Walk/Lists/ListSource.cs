using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Where the rows of a list come from: all rows of a kind, or those that an edge leads to from one parent or many.
/// </summary>
internal sealed class ListSource
{
    private readonly Edge? _edge;

    private ListSource(string name, ObjectBinding target, Edge? edge, IReadOnlyList<long> parents)
    {
        Name = name;
        Target = target;
        Parents = parents;
        _edge = edge;
    }

    /// <summary>Which list, such as <c>Meeting.participations</c>.</summary>
    public string Name { get; }

    public ObjectBinding Target { get; }

    /// <summary>The parents that are asked; empty for a list of the root.</summary>
    public IReadOnlyList<long> Parents { get; }

    private Type Row => _edge?.Link ?? Target.ClrType!;

    public static ListSource Root(ListingField field) => new($"Query.{field.Name}", field.Target, null, []);

    public static ListSource Of(EdgeField field, string owner, IReadOnlyList<long> parents)
        => new($"{owner}.{field.Name}", field.Target, field.Edge, parents);

    public void Describe(ShapeKey key)
    {
        key.Add(Name).Add(_edge is null ? 'r' : Parents.Count == 1 ? '1' : 'n');
        if (_edge is not null) key.AddValue(Parents.Count == 1 ? Parents[0] : Parents.ToArray());
    }

    /// <summary>Takes up the parents; call once for each statement, before anything else of it.</summary>
    public ListRows Open(StatementScope scope)
    {
        var row = Expression.Parameter(Row, "row");
        if (_edge is null)
        {
            var target = RowSource.Of(row);
            return new ListRows(scope, row, target, null, null, RankedQuery.Shows(row));
        }

        var source = EdgeSource.Of(_edge, row);
        var shows = _edge.ToTarget is null ? source.Shows : Expression.AndAlso(source.Shows, Expression.Not(Again(scope, row)));
        if (Parents.Count == 1)
        {
            var parent = Expression.Convert(scope.Values.Next(typeof(long)), typeof(long?));
            return new ListRows(scope, row, source.Target, source.ParentKey, null, Expression.AndAlso(Expression.Equal(source.ParentKey, parent), shows));
        }

        // Kept inside the window as well: without it SQLite numbers the whole table.
        var parents = scope.Values.Next(typeof(long[]));
        var ofParents = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], parents, Unlifted(source.ParentKey));
        return new ListRows(scope, row, source.Target, source.ParentKey, parents, Expression.AndAlso(ofParents, shows));
    }

    private static Expression Unlifted(Expression key)
        => key is UnaryExpression { NodeType: ExpressionType.Convert } convert
            ? convert.Operand
            : Expression.Property(key, nameof(Nullable<>.Value));

    /// <summary>Another link that shows leads from the same parent to the same target, and comes first.</summary>
    private MethodCallExpression Again(StatementScope scope, Expression row)
    {
        var other = Expression.Parameter(Row, "other");
        var (link, first) = (EdgeSource.Of(_edge!, row), EdgeSource.Of(_edge!, other));
        var same = Expression.AndAlso(
            Expression.Equal(Unlifted(first.ParentKey), Unlifted(link.ParentKey)),
            Expression.Equal(TargetKey(scope, other), TargetKey(scope, row)));
        var earlier = Expression.LessThan(
            Expression.Property(other, nameof(GraphRow.Id)), Expression.Property(row, nameof(GraphRow.Id)));
        var again = Expression.AndAlso(Expression.AndAlso(same, RankedQuery.Shows(other)), earlier);
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [Row], scope.Rows(Row), Expression.Quote(Expression.Lambda(again, other)));
    }

    private Expression TargetKey(StatementScope scope, Expression link)
        => RowSource.Of(link).Follow(_edge!.ToTarget!, scope.Model).Key;
}
