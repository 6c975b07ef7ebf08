using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Exports;

/// <summary>
/// Which nodes are exported: for each list of the schema that is named a <c>where</c> exactly as it is asked with, such as
/// <c>{ meetings: { starts: { during: "2012" } }, officials: { country: { code: { eq: "GB" } } } }</c>. Of what is not named, all.
/// </summary>
internal sealed class ExportFilter
{
    private readonly GraphReader _reader;
    private readonly Dictionary<NodeKind, FilterNode> _filters;

    private ExportFilter(GraphReader reader, Dictionary<NodeKind, FilterNode> filters) => (_reader, _filters) = (reader, filters);

    /// <summary>Reads a filter.</summary>
    /// <param name="text">JSON, or an input object as GraphQL documents have it.</param>
    /// <param name="kinds">What the format writes, and so can be filtered.</param>
    /// <param name="reader">Reads the graph; names that are asked for are looked up at once.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c> and others: it is no filter of the schema.</exception>
    public static async Task<ExportFilter> ReadAsync(string text, IReadOnlyList<NodeKind> kinds, GraphReader reader, CancellationToken cancel)
    {
        var lists = reader.Binding.Query.Fields.OfType<ListingField>().Where(list => kinds.Contains(list.Target.Kind!.Value)).ToDictionary(list => list.Name, StringComparer.Ordinal);
        var filters = new Dictionary<NodeKind, FilterNode>();
        foreach (var (name, given) in InputText.Read(text))
        {
            if (!lists.TryGetValue(name, out var list))
            {
                throw new GraphException(
                    ErrorCodes.BadArguments,
                    $"where has {name}, which is none of the lists that this format writes: {string.Join(", ", lists.Keys.Order(StringComparer.Ordinal))}. Write {{ {lists.Keys.First()}: {{ … }} }}, with a filter as the list takes it.");
            }

            var where = new InputText(reader.Binding.Document).Check($"{list.Target.Name}FilterInput", given, $"where.{name}");
            var filter = await FilterNode.OfAsync(reader, list.Target, new Dictionary<string, object?> { ["where"] = where }, cancel).ConfigureAwait(false);
            if (filter is not null) filters.Add(list.Target.Kind!.Value, filter);
        }

        return new ExportFilter(reader, filters);
    }

    /// <summary>The condition on a kind; null if all of it are written.</summary>
    public FilterNode? On(NodeKind kind) => _filters.GetValueOrDefault(kind);

    /// <summary>Those of some nodes that fit.</summary>
    public async Task<HashSet<long>> FittingAsync(NodeKind kind, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0 || On(kind) is not { } filter) return [.. ids];

        var type = _reader.Binding.ObjectsByKind[kind].ClrType!;
        var fitting = new HashSet<long>();
        foreach (var some in ids.Chunk(RowTable.KeysAtOnce))
        {
            fitting.UnionWith(await _reader.RunAsync(
                key => filter.Describe(key.Add("exported").Add(EnumNames.Of(kind)).AddValue(some)),
                scope => CompiledStatement.Compile(scope, Fitting(scope, type, filter), 1),
                static (statement, snapshot, values, token) => statement.ReadAsync(snapshot, values, static row => row.GetInt64(0), token),
                cancel).ConfigureAwait(false));
        }

        return fitting;
    }

    private static MethodCallExpression Fitting(StatementScope scope, Type type, FilterNode filter)
    {
        var row = Expression.Parameter(type, "row");
        var id = Expression.Property(row, nameof(GraphRow.Id));
        var among = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], scope.Values.Next(typeof(long[])), id);
        var rows = new RankedQuery(type, scope.Rows(type)).Where(Expression.Lambda(Expression.AndAlso(among, filter.Build(scope, RowSource.Of(row))), row));
        var columns = Expression.NewArrayInit(typeof(object), Expression.Convert(id, typeof(object)));
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [type, typeof(object[])], rows.ToExpression(), Expression.Quote(Expression.Lambda(columns, row)));
    }
}
