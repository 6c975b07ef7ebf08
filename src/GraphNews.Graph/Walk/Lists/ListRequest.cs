using System.Globalization;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>What a selection asks of a list: which rows, in which order, from where, how many.</summary>
internal sealed class ListRequest
{
    private readonly string _list;
    private string? _mark;

    private ListRequest(string list) => _list = list;

    /// <summary>The most rows of one page.</summary>
    public required int Limit { get; init; }

    /// <summary>From the end (<c>last</c>).</summary>
    public bool Backward { get; private init; }

    public string? After { get; private init; }

    public string? Before { get; private init; }

    public FilterNode? Where { get; private init; }

    public required IReadOnlyList<OrderTerm> Order { get; init; }

    /// <summary>The mark of its cursors, made where cursors are asked for or given.</summary>
    public string Mark => _mark ??= MarkOf(_list, Where, Order);

    /// <summary>Reads the arguments of a connection.</summary>
    /// <param name="list">Which list, such as <c>Meeting.participations</c>.</param>
    /// <param name="target">The type that is listed.</param>
    /// <param name="defaultOrder">The order if none is asked for.</param>
    /// <param name="where">The filter; null for all rows.</param>
    /// <param name="arguments">The other arguments.</param>
    /// <param name="options">Page sizes.</param>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: they do not go together or are out of range.</exception>
    public static ListRequest Connection(
        string list, ObjectBinding target, IReadOnlyList<OrderTerm> defaultOrder, FilterNode? where,
        IReadOnlyDictionary<string, object?> arguments, WalkOptions options)
    {
        var first = Count(arguments, "first", options);
        var last = Count(arguments, "last", options);
        if (first is not null && last is not null)
            throw new GraphException(ErrorCodes.BadArguments, "first and last do not go together: ask for a page from one end.");

        var order = OrderTerm.Parse(target, arguments.GetValueOrDefault("order")).ToList();
        if (order.Count == 0) order = [.. defaultOrder];
        return new ListRequest(list)
        {
            Limit = first ?? last ?? options.DefaultPageSize,
            Backward = last is not null,
            After = arguments.GetValueOrDefault("after") as string,
            Before = arguments.GetValueOrDefault("before") as string,
            Where = where,
            Order = order,
        };
    }

    /// <summary>All rows of a list that is short by nature, up to the cap.</summary>
    public static ListRequest Plain(IReadOnlyList<OrderTerm> defaultOrder, WalkOptions options)
        => new("") { Limit = options.MaxPageSize, Order = defaultOrder };

    /// <summary>A page size that was asked for; null if none was.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: it is out of range.</exception>
    public static int? Count(IReadOnlyDictionary<string, object?> arguments, string name, WalkOptions options)
    {
        if (arguments.GetValueOrDefault(name) is not { } given) return null;

        var count = Convert.ToInt32(given, CultureInfo.InvariantCulture);
        return count >= 0 && count <= options.MaxPageSize
            ? count
            : throw new GraphException(
                ErrorCodes.BadArguments,
                $"{name} is {count}; it must be between 0 and {options.MaxPageSize}. Page through more with after or before.");
    }

    /// <summary>The mark of the cursors of a list with a filter and an order.</summary>
    public static string MarkOf(string list, FilterNode? where, IReadOnlyList<OrderTerm> order)
    {
        var key = new ShapeKey().Add(list);
        where?.Describe(key);
        foreach (var term in order) term.Describe(key);
        foreach (var mark in key.Marks) key.Add(mark);
        return Cursor.MarkOf(key.ToString());
    }
}
