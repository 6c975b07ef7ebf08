using GraphNews.Graph.Binding;
using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>A scalar of the schema: input is checked by the binding, output is already as JSON shows it.</summary>
internal sealed class BoundScalar : ScalarGraphType
{
    public BoundScalar(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => ParseValue(text.Value.ToString()),
        GraphQLIntValue number when long.TryParse(number.Value.Span, out var parsed) => ParseValue(parsed),
        _ => ParseValue(value),
    };

    public override object? ParseValue(object? value)
    {
        if (value is null) return null;
        return CustomScalars.TryParse(Name, value, out var parsed, out var error) ? parsed : throw new FormatException(error);
    }

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLIntValue or GraphQLNullValue
        && Try(() => ParseLiteral(value));

    public override bool CanParseValue(object? value) => Try(() => ParseValue(value));

    public override object? Serialize(object? value) => value;

    private static bool Try(Func<object?> parse)
    {
        try
        {
            parse();
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
