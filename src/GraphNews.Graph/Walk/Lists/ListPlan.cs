using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>One row of a list: whose it is, what each view shows of it, and its place in the order.</summary>
internal sealed record ListItem(long Parent, IReadOnlyList<Row> Views, IReadOnlyList<object?> Place);

/// <summary>The statement of a list and how its rows are read. Compiled once per shape.</summary>
internal sealed class ListPlan
{
    private readonly CompiledStatement _statement;
    private readonly int _parent;
    private readonly IReadOnlyList<(int Ordinal, Func<DbDataReader, int, object?> Reader)> _place;

    private ListPlan(
        CompiledStatement statement, int parent, IReadOnlyList<(int, Func<DbDataReader, int, object?>)> place, IReadOnlyList<RowPlan> views)
    {
        _statement = statement;
        _parent = parent;
        _place = place;
        Views = views;
    }

    /// <summary>The selections that are read of each row: those of <c>nodes</c> and of each <c>edges.node</c>.</summary>
    public IReadOnlyList<RowPlan> Views { get; }

    public static void Describe(
        ListSource source, ListRequest request, ListPlace? after, ListPlace? before, int count,
        IReadOnlyList<SelectionSet> views, bool places, OperationLanguages languages, ShapeKey key)
    {
        source.Describe(key);
        request.Where?.Describe(key);
        foreach (var term in request.Order) term.Describe(key);
        key.Add(request.Backward ? 'b' : 'f').Add(places ? 'p' : '-');
        after?.Describe('a', key);
        before?.Describe('z', key);
        key.AddValue(count);
        foreach (var view in views) RowPlanner.Describe(source.Target, view, languages, key);
    }

    public static ListPlan Compile(
        StatementScope scope, ListSource source, ListRequest request, bool after, bool before,
        IReadOnlyList<SelectionSet> views, bool places)
    {
        var rows = source.Open(scope);
        var restriction = request.Where?.Build(scope, rows.Target);
        var order = ListOrder.Compile(scope, source.Target.ClrType!, request.Order);
        if (after) restriction = And(restriction, ListOrder.Beyond(scope, order, rows.Target, before: false));
        if (before) restriction = And(restriction, ListOrder.Beyond(scope, order, rows.Target, before: true));
        var page = rows.Page(restriction, order, request.Backward, scope.Values.Next(typeof(int)));

        var projection = new Projection();
        var parent = rows.ParentKey is null ? -1 : projection.Add(rows.ParentKey);
        var place = places
            ? order.Select(key => key.On(rows.Target.Row)).Select(key => (projection.Add(key), ColumnReader.For(key.Type))).ToList()
            : [];
        var planner = new RowPlanner(scope, projection);
        var plans = views.Select(view => planner.Plan(source.Target, view, rows.Target)).ToList();
        if (projection.Count == 0) projection.Add(Expression.Property(rows.Target.Row, nameof(GraphRow.Id)));

        var statement = CompiledStatement.Compile(scope, rows.Select(page, projection), projection.Count);
        return new ListPlan(statement, parent, place, plans);
    }

    public Task<List<ListItem>> ReadAsync(Storage.GraphSnapshot snapshot, IReadOnlyList<object> values, CancellationToken cancel)
        => _statement.ReadAsync(snapshot, values, Item, cancel);

    public static Expression And(Expression? left, Expression right) => left is null ? right : Expression.AndAlso(left, right);

    private ListItem Item(DbDataReader reader)
    {
        var views = new Row[Views.Count];
        for (var i = 0; i < views.Length; i++) views[i] = Views[i].Read(reader);
        var place = _place.Count == 0 ? [] : new object?[_place.Count];
        for (var i = 0; i < place.Length; i++) place[i] = _place[i].Reader(reader, _place[i].Ordinal);
        return new ListItem(_parent < 0 ? 0 : reader.GetInt64(_parent), views, place);
    }
}
