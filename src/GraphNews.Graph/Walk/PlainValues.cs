using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>Calls the methods that answer fields with plain objects.</summary>
internal static class PlainValues
{
    /// <summary>A field of <c>Query</c>: the method returns <c>Task&lt;T&gt;</c>.</summary>
    public static async Task<object?> OfRootAsync(GraphReader reader, MethodField field, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var answering = Call(field, reader, [], selection, options, cancel);
        await answering.ConfigureAwait(false);
        return answering.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(answering);
    }

    /// <summary>A field of a node: the method answers for all parents at once, in a number of statements that does not depend on how many.</summary>
    public static Task<IReadOnlyDictionary<long, object?>> OfParentsAsync(
        GraphReader reader, MethodField field, IReadOnlyList<long> parents, Selection selection, WalkOptions options, CancellationToken cancel)
        => (Task<IReadOnlyDictionary<long, object?>>)Call(field, reader, parents, selection, options, cancel);

    private static Task Call(
        MethodField field, GraphReader reader, IReadOnlyList<long> parents, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        object?[] given = [.. field.Method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(GraphReader) => reader,
            var type when type == typeof(IReadOnlyList<long>) => parents,
            var type when type == typeof(Selection) => selection,
            var type when type == typeof(WalkOptions) => options,
            var type when type == typeof(CancellationToken) => (object)cancel,
            var type => throw new InvalidOperationException($"{field.Method} has a parameter of {type}, which no field is given."),
        })];
        return (Task)field.Method.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, given, null)!;
    }
}
