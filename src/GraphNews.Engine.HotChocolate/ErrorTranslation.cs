using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using HotChocolate;
using ErrorCodes = GraphNews.Graph.Errors.ErrorCodes;

namespace GraphNews.Engine;

/// <summary>Hot Chocolate's errors as the house's: a code, a sentence, a place and a path.</summary>
internal static class ErrorTranslation
{
    /// <summary>Translates an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="refusal">The code of the stage that refused the request; null if the error is a field's.</param>
    public static GraphError Translate(IError error, string? refusal)
    {
        var (code, message) = (refusal, error.Exception) switch
        {
            (_, GraphException known) => (known.Code, known.Message),
            (not null, _) => (refusal, error.Message),
            _ => (ErrorCodes.Internal, FieldFault.Message()),
        };
        return new GraphError(
            message,
            code,
            [.. error.Locations?.Select(location => new GraphErrorLocation(location.Line, location.Column)) ?? []],
            refusal is null && error.Path is { } path ? path.ToList() : null);
    }
}
