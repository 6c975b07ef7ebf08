using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>How much the variables of an operation may hold, and its extensions with them.</summary>
internal static class VariablesLimit
{
    /// <exception cref="RequestRefusedException">They hold more values than the limit.</exception>
    public static void Check(OperationParameters parameters, LimitsSettings limits)
        => Check(ValuesOf(parameters.Variables) + ValuesOf(parameters.Extensions), limits);

    /// <summary>Looks at a body before it is parsed, which takes several times as long: one operation, or a list of them.</summary>
    /// <exception cref="RequestRefusedException">An operation holds more values than the limit.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> body, LimitsSettings limits)
    {
        // A value and its comma are two characters.
        if (body.Length / 2 < limits.VariableValues) return;

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = RequestBody.Options.MaxDepth });
        var (values, members) = (0, 1);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 0 }) members = 2;
            else if (JsonFacts.IsValue(reader.TokenType) && IsBelow(members, ref reader)) values++;
            else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == members - 1)
            {
                Check(values, limits);
                values = 0;
            }
        }
    }

    /// <summary>Whether it is what one counts of an operation: its maps, and what is in them.</summary>
    private static bool IsBelow(int members, ref Utf8JsonReader reader)
        => reader.CurrentDepth > members || (reader.CurrentDepth == members && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray);

    private static int ValuesOf(JsonElement? map) => map is { } given ? JsonFacts.Of(given).Values : 0;

    private static void Check(int values, LimitsSettings limits)
    {
        if (values <= limits.VariableValues) return;

        throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, ErrorCodes.TooManyValues,
            $"The variables and extensions hold {values} values, with all that is in their lists and objects; the limit is {limits.VariableValues}. Send less, or in several requests.")
        {
            IsWellFormed = true,
        };
    }
}
