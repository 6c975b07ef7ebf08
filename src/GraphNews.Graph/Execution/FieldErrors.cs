namespace GraphNews.Graph.Execution;

/// <summary>Errors of fields, which each leave a null in the answer.</summary>
public static class FieldErrors
{
    /// <summary>
    /// Leaves one error for each null: a page of a hundred rows that all fail alike says so once. Where a null spread from a
    /// non-null field to what holds it, engines differ in what they report on the way: the error at the source stays.
    /// Source: GraphQL specification, "Handling Field Errors".
    /// </summary>
    /// <param name="errors">The errors in the engine's order.</param>
    /// <param name="pathOf">An error's path; null if it has none.</param>
    /// <param name="data">The engine's result; null if nothing is left of it.</param>
    /// <param name="child">What a node of the result holds under a response name or index; null if it was nulled.</param>
    public static IEnumerable<TError> OnePerNull<TError>(
        IEnumerable<TError> errors, Func<TError, IReadOnlyList<object>?> pathOf, object? data, Func<object, object, object?> child)
        => errors
            .Select(error => (Error: error, Path: pathOf(error) ?? []))
            .GroupBy(entry => NulledAt(entry.Path, data, child))
            .Select(group => group.MaxBy(entry => entry.Path.Count).Error);

    private static string NulledAt(IReadOnlyList<object> path, object? node, Func<object, object, object?> child)
    {
        var depth = 0;
        for (; node is not null && depth < path.Count; depth++) node = child(node, path[depth]);
        return string.Join('/', path.Take(depth));
    }
}
