using System.Text.Json;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>What arguments cost: each input field that is given, wherever it stands, in the document or in a variable.</summary>
internal sealed class InputCosts(SchemaCosts costs, GivenValues values)
{
    private readonly Dictionary<(string Variable, string Type), double> _variables = [];

    /// <summary>What the arguments of a field cost together.</summary>
    public double Of(GraphQLField field, CostedField costed)
    {
        var sum = 0.0;
        foreach (var argument in field.Arguments?.AsEnumerable() ?? [])
        {
            if (costed.Arguments.TryGetValue(argument.Name.StringValue, out var input)) sum += input.Weight + Of(argument.Value, input.Type);
        }

        return sum;
    }

    private double Of(GraphQLValue value, string type)
    {
        switch (value)
        {
            case GraphQLVariable variable:
                return OfVariable(variable, type);
            case GraphQLListValue list:
                return list.Values?.Sum(item => Of(item, type)) ?? 0;
            case GraphQLObjectValue given:
                return (given.Fields?.AsEnumerable() ?? []).Sum(field => costs.OfInput(type, field.Name.StringValue) is { } input ? input.Weight + Of(field.Value, input.Type) : 0);
            default:
                return 0;
        }
    }

    /// <summary>However often a variable is used, its value is looked through once for each type.</summary>
    private double OfVariable(GraphQLVariable variable, string type)
    {
        var key = (variable.Name.StringValue, type);
        if (_variables.TryGetValue(key, out var known)) return known;

        // A default that names a variable, even its own, is refused by validation.
        _variables.Add(key, 0);
        return _variables[key] = values.Sent(variable) is { } sent ? Of(sent, type) : values.Default(variable) is { } value ? Of(value, type) : 0;
    }

    private double Of(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Sum(item => Of(item, type)),
        JsonValueKind.Object => value.EnumerateObject().Sum(member => costs.OfInput(type, member.Name) is { } input ? input.Weight + Of(member.Value, input.Type) : 0),
        _ => 0,
    };
}
