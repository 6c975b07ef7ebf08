using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>
/// Brings the engine's coerced input back into the order in which it was written, which matters to <c>order</c>: the
/// engine follows the schema's. Its own collections become those that the walk reads.
/// </summary>
internal sealed class WrittenInput(CoercedOperation operation)
{
    /// <param name="value">The coerced value.</param>
    /// <param name="written">Its literal, or a variable's value as it came in; null where neither is known.</param>
    public object? InOrder(object? value, object? written)
    {
        if (written is GraphQLVariable variable) written = ValueOf(variable);

        return value switch
        {
            IDictionary<string, object?> fields => Fields(fields, written),
            string => value,
            System.Collections.IEnumerable items => items.Cast<object?>().Select((item, index) => InOrder(item, Item(written, index))).ToList(),
            _ => value,
        };
    }

    private Dictionary<string, object?> Fields(IDictionary<string, object?> fields, object? written)
    {
        IEnumerable<(string Name, object? Written)> order = written switch
        {
            GraphQLObjectValue literal => literal.Fields?.Select(field => (field.Name.StringValue, (object?)field.Value)) ?? [],
            IDictionary<string, object?> given => given.Select(member => (member.Key, member.Value)),
            _ => fields.Keys.Select(name => (name, (object?)null)),
        };
        return order.Where(field => fields.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => InOrder(fields[field.Name], field.Written), StringComparer.Ordinal);
    }

    /// <summary>A single value stands for a list of one.</summary>
    private static object? Item(object? written, int index) => written switch
    {
        GraphQLListValue literal => literal.Values![index],
        IList<object?> given => given[index],
        _ => written,
    };

    private object? ValueOf(GraphQLVariable variable)
        => operation.Variables?.TryGetValue(variable.Name.StringValue, out var given) == true
            ? given
            : operation.Definition.Variables?.FirstOrDefault(definition => definition.Variable.Name == variable.Name)?.DefaultValue;
}
