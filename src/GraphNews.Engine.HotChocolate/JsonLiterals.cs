using System.Text;
using System.Text.Json;
using HotChocolate.Language;

namespace GraphNews.Engine;

/// <summary>
/// Variables as literals: so they pass through the same coercion as those written in a document, and what was left out
/// of them stays so.
/// </summary>
internal static class JsonLiterals
{
    public static Dictionary<string, object?> Variables(JsonElement? variables)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (variables is not { ValueKind: JsonValueKind.Object } given) return values;

        foreach (var member in given.EnumerateObject()) values[member.Name] = Literal(member.Value);
        return values;
    }

    private static IValueNode Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new ObjectValueNode(
            [.. value.EnumerateObject().Select(member => new ObjectFieldNode(member.Name, Literal(member.Value)))]),
        JsonValueKind.Array => new ListValueNode([.. value.EnumerateArray().Select(Literal)]),
        JsonValueKind.String => new StringValueNode(value.GetString()!),
        JsonValueKind.Number => Number(value.GetRawText()),
        JsonValueKind.True => BooleanValueNode.True,
        JsonValueKind.False => BooleanValueNode.False,
        _ => NullValueNode.Default,
    };

    private static IValueNode Number(string digits)
    {
        var raw = Encoding.ASCII.GetBytes(digits);
        if (digits.AsSpan().ContainsAny('e', 'E')) return new FloatValueNode(raw, FloatFormat.Exponential);
        return digits.Contains('.', StringComparison.Ordinal)
            ? new FloatValueNode(raw, FloatFormat.FixedPoint)
            : new IntValueNode(raw);
    }
}
