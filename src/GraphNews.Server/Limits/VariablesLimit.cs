using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>How much the variables of an operation may hold.</summary>
internal static class VariablesLimit
{
    /// <exception cref="RequestRefusedException">They hold more values than the limit.</exception>
    public static void Check(JsonElement? variables, LimitsSettings limits)
    {
        var values = variables is { } given ? JsonFacts.Of(given).Values : 0;
        if (values <= limits.VariableValues) return;

        throw new RequestRefusedException(
            StatusCodes.Status400BadRequest, ErrorCodes.TooManyValues,
            $"The variables hold {values} values, with all that is in their lists and objects; the limit is {limits.VariableValues}. Send less, or in several requests.")
        {
            IsWellFormed = true,
        };
    }
}
