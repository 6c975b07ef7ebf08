using System.Linq.Expressions;

namespace GraphNews.Graph.Walk;

/// <summary>The statement that counts a list, whole or up to a place, for each parent that has any row. Compiled once per shape.</summary>
internal sealed class CountPlan
{
    private readonly CompiledStatement _statement;

    private CountPlan(CompiledStatement statement) => _statement = statement;

    /// <param name="source">The list.</param>
    /// <param name="request">Its filter and order.</param>
    /// <param name="outside">Count only rows at or beyond this place; null counts all.</param>
    /// <param name="atOrBefore">Which side of the place.</param>
    /// <param name="key">Receives shape and values.</param>
    public static void Describe(ListSource source, ListRequest request, ListPlace? outside, bool atOrBefore, ShapeKey key)
    {
        key.Add('#');
        source.Describe(key);
        request.Where?.Describe(key);
        if (outside is null) return;

        foreach (var term in request.Order) term.Describe(key);
        outside.Describe(atOrBefore ? 'a' : 'z', key);
    }

    public static CountPlan Compile(StatementScope scope, ListSource source, ListRequest request, bool outside, bool atOrBefore)
    {
        var rows = source.Open(scope);
        var restriction = request.Where?.Build(scope, rows.Target);
        if (outside)
        {
            var order = ListOrder.Compile(scope, source.Target.ClrType!, request.Order);
            var inside = ListOrder.Beyond(scope, order, rows.Target, before: !atOrBefore);
            restriction = ListPlan.And(restriction, Expression.Not(inside));
        }

        return new CountPlan(CompiledStatement.Compile(scope, rows.Counts(restriction), 2));
    }

    public async Task<Dictionary<long, int>> ReadAsync(Storage.GraphSnapshot snapshot, IReadOnlyList<object> values, CancellationToken cancel)
    {
        var counts = await _statement.ReadAsync(
            snapshot, values, static reader => (Parent: reader.IsDBNull(0) ? 0 : reader.GetInt64(0), Count: reader.GetInt32(1)), cancel).ConfigureAwait(false);
        return counts.ToDictionary(count => count.Parent, count => count.Count);
    }
}
