using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>One page of a connection whose rows were computed, not listed.</summary>
/// <param name="Items">The rows of the page with their places in the order.</param>
/// <param name="HasNext">Whether more follow.</param>
/// <param name="HasPrevious">Whether others come before.</param>
/// <param name="TotalCount">The number of all.</param>
/// <param name="Mark">The mark of its cursors.</param>
internal sealed record PlainPage(
    IReadOnlyList<(object Value, IReadOnlyList<object?> Place)> Items, bool HasNext, bool HasPrevious, int TotalCount, string Mark);

/// <summary>The rows of one page, before it is known what is shown of them.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Begin">How many come before.</param>
/// <param name="TotalCount">The number of all.</param>
internal sealed record PlainSlice<T>(IReadOnlyList<T> Rows, int Begin, int TotalCount)
{
    /// <summary>The page with what is shown.</summary>
    public PlainPage Show(Func<T, object> show, Func<T, IReadOnlyList<object>> place, PlainRequest request)
        => new([.. Rows.Select(row => (show(row), (IReadOnlyList<object?>)place(row)))], Begin + Rows.Count < TotalCount, Begin > 0, TotalCount, request.Mark);
}

/// <summary>The page of a computed connection that is asked for: <c>first</c> and <c>after</c>.</summary>
/// <param name="Limit">The most rows.</param>
/// <param name="After">The place after which it begins; null for the start.</param>
/// <param name="Mark">The mark of its cursors.</param>
internal sealed record PlainRequest(int Limit, IReadOnlyList<object>? After, string Mark)
{
    /// <summary>Cuts the page out of all rows.</summary>
    /// <param name="all">All rows in their order.</param>
    /// <param name="isAfter">Whether a row comes after a place.</param>
    public PlainSlice<T> Cut<T>(IReadOnlyList<T> all, Func<T, IReadOnlyList<object>, bool> isAfter)
    {
        var begin = After is { } after ? all.TakeWhile(row => !isAfter(row, after)).Count() : 0;
        return new PlainSlice<T>([.. all.Skip(begin).Take(Limit)], begin, all.Count);
    }

    /// <summary>Reads the arguments.</summary>
    /// <param name="mark">The mark of its cursors: the same for the same list with the same other arguments.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="places">The types of a place.</param>
    /// <param name="options">Page sizes.</param>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c> or <c>INVALID_CURSOR</c>.</exception>
    public static PlainRequest Of(
        string mark, IReadOnlyDictionary<string, object?> arguments, IReadOnlyList<Type> places, WalkOptions options)
        => new(
            ListRequest.Count(arguments, "first", options) ?? options.DefaultPageSize,
            arguments.GetValueOrDefault("after") is string cursor ? Cursor.Decode(cursor, mark, places) : null,
            mark);
}
