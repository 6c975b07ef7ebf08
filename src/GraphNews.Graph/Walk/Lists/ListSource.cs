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
    private readonly FilterNode? _restriction;

    // A list of many parents begins at their rows; that nodes share a table lets statements be shared, too.
    private Type _parentRow = typeof(Node);

    private ListSource(string name, ObjectBinding target, Edge? edge, IReadOnlyList<long> parents, FilterNode? restriction = null)
    {
        Name = name;
        Target = target;
        Parents = parents;
        _edge = edge;
        _restriction = restriction;
    }

    /// <summary>Which list, such as <c>Meeting.participations</c>.</summary>
    public string Name { get; }

    /// <summary>Which list, with what its own arguments ask: for cursors.</summary>
    public string Mark => _restriction is null ? Name : ListRequest.MarkOf(Name, _restriction, []);

    public ObjectBinding Target { get; }

    /// <summary>The parents that are asked; empty for a list of the root.</summary>
    public IReadOnlyList<long> Parents { get; }

    private Type Row => _edge?.Link ?? Target.ClrType!;

    public static ListSource Root(ListingField field) => new($"Query.{field.Name}", field.Target, null, []);

    /// <exception cref="Errors.GraphException">An argument of the edge's own is wrong.</exception>
    public static ListSource Of(EdgeField field, ObjectBinding owner, IReadOnlyList<long> parents, IReadOnlyDictionary<string, object?> arguments)
        => new($"{owner.Name}.{field.Name}", field.Target, field.Edge, parents, field.Edge.Restriction?.Invoke(arguments))
        {
            _parentRow = owner.Kind is null ? owner.ClrType! : typeof(Node),
        };

    public void Describe(ShapeKey key)
    {
        key.Add(Name).Add(_edge is null ? 'r' : Parents.Count == 1 ? '1' : 'n');
        if (_edge is null) return;

        key.AddValue(Parents.Count == 1 ? Parents[0] : Parents.ToArray());
        _restriction?.Describe(key);
        if (_edge.ToTarget is not null) _restriction?.Describe(key);
    }

    /// <summary>Takes up the parents; call once for each statement, before anything else of it.</summary>
    public ListRows Open(StatementScope scope)
    {
        var row = Expression.Parameter(Row, "row");
        if (_edge is null)
        {
            var target = RowSource.Of(row);
            return new ListRows(scope, row, target, null, null, typeof(Node), RankedQuery.Shows(row));
        }

        var source = EdgeSource.Of(_edge, row);
        var one = Parents.Count == 1;
        var parents = scope.Values.Next(one ? typeof(long) : typeof(long[]));
        var shows = Restricted(scope, row, source.Shows);
        if (_edge.ToTarget is not null) shows = Expression.AndAlso(shows, Expression.Not(Again(scope, row)));

        // Kept inside the window as well: without it SQLite numbers the whole table.
        var belongs = one
            ? Expression.Equal(source.ParentKey, Expression.Convert(parents, typeof(long?)))
            : (Expression)Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], parents, Unlifted(source.ParentKey));
        return new ListRows(scope, row, source.Target, source.ParentKey, one ? null : parents, _parentRow, Expression.AndAlso(belongs, shows));
    }

    private Expression Restricted(StatementScope scope, Expression link, Expression shows)
        => _restriction is null ? shows : Expression.AndAlso(shows, _restriction.Build(scope, RowSource.Of(link)));

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
        var again = Expression.AndAlso(Expression.AndAlso(same, Restricted(scope, other, RankedQuery.Shows(other))), earlier);
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [Row], scope.Rows(Row), Expression.Quote(Expression.Lambda(again, other)));
    }

    private Expression TargetKey(StatementScope scope, Expression link)
        => RowSource.Of(link).Follow(_edge!.ToTarget!, scope.Model).Key;
}
