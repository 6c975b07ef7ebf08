using System.Text.Json;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>The values of an operation's variables: those that were sent, else the defaults of the document.</summary>
internal sealed class GivenValues(GraphQLOperationDefinition operation, JsonElement? variables)
{
    private readonly Dictionary<string, GraphQLValue> _defaults = (operation.Variables?.AsEnumerable() ?? [])
        .Where(definition => definition.DefaultValue is not null)
        .DistinctBy(definition => definition.Variable.Name.StringValue)
        .ToDictionary(definition => definition.Variable.Name.StringValue, definition => definition.DefaultValue!, StringComparer.Ordinal);

    /// <summary>What was sent for a variable; null if nothing was.</summary>
    public JsonElement? Sent(GraphQLVariable variable)
        => variables is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(variable.Name.StringValue, out var value) ? value : null;

    /// <summary>The default of a variable; null if it has none.</summary>
    public GraphQLValue? Default(GraphQLVariable variable) => _defaults.GetValueOrDefault(variable.Name.StringValue);

    /// <summary>How many a slicing argument asks for: its number, or how much its list holds. Null if it says nothing.</summary>
    public double? SizeIn(GraphQLValue? value) => value switch
    {
        GraphQLIntValue number when double.TryParse(number.Value.Span, System.Globalization.CultureInfo.InvariantCulture, out var size) => size,
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable when Sent(variable) is { } sent => SizeIn(sent),
        GraphQLVariable variable when Default(variable) is { } written and not GraphQLVariable => SizeIn(written),
        _ => null,
    };

    /// <summary>Whether a value is true; null if it is no truth value.</summary>
    public bool? Truth(GraphQLValue? value) => value switch
    {
        GraphQLBooleanValue written => written.BoolValue,
        GraphQLVariable variable when Sent(variable) is { } sent => sent.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null },
        GraphQLVariable variable when Default(variable) is { } written and not GraphQLVariable => Truth(written),
        _ => null,
    };

    private static double? SizeIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var size) => size,
        JsonValueKind.Array => value.GetArrayLength(),
        _ => null,
    };
}
