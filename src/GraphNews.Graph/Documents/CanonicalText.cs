using System.Globalization;
using System.Text;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>A field's name and arguments as a text that is the same for fields that ask for the same, in whatever order they say it.</summary>
internal static class CanonicalText
{
    public static string Of(GraphQLField field)
    {
        if (field.Arguments is not { Count: > 0 } arguments) return field.Name.StringValue;

        var text = new StringBuilder(field.Name.StringValue).Append('(');
        foreach (var argument in arguments.OrderBy(argument => argument.Name.StringValue, StringComparer.Ordinal))
        {
            text.Append(argument.Name.StringValue).Append(':');
            Append(text, argument.Value);
        }

        return text.Append(')').ToString();
    }

    private static void Append(StringBuilder text, GraphQLValue value)
    {
        switch (value)
        {
            case GraphQLStringValue written:
                text.Append(CultureInfo.InvariantCulture, $"\"{written.Value.Length}:").Append(written.Value.Span);
                break;
            case GraphQLListValue list:
                text.Append('[');
                foreach (var item in list.Values?.AsEnumerable() ?? []) Append(text, item);
                text.Append(']');
                break;
            case GraphQLObjectValue given:
                text.Append('{');
                foreach (var field in (given.Fields?.AsEnumerable() ?? []).OrderBy(field => field.Name.StringValue, StringComparer.Ordinal))
                {
                    text.Append(field.Name.StringValue).Append(':');
                    Append(text, field.Value);
                }

                text.Append('}');
                break;
            case GraphQLVariable variable:
                text.Append('$').Append(variable.Name.StringValue);
                break;
            case GraphQLEnumValue name:
                text.Append(name.Name.StringValue);
                break;
            case IHasValueNode number:
                text.Append(number.Value.Span);
                break;
        }

        text.Append(' ');
    }
}
