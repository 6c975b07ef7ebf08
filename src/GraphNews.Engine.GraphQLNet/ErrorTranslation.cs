using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace GraphNews.Engine;

/// <summary>GraphQL.NET's errors as the house's: a code, a sentence, a place and a path.</summary>
internal static class ErrorTranslation
{
    public static GraphError Translate(ExecutionError error)
    {
        var refusal = error as Exception;
        while (refusal is not null and not GraphException) refusal = refusal.InnerException;

        var (code, message) = (refusal, error) switch
        {
            (GraphException known, _) => (known.Code, known.Message),
            (_, InvalidVariableError) => (ErrorCodes.InvalidVariable, WithReason(error)),
            (_, ValidationError) => (ErrorCodes.ValidationFailed, WithReason(error)),
            (_, InvalidOperationNameError or NoOperationNameError) => (ErrorCodes.UnknownOperation, error.Message),
            _ => (ErrorCodes.Internal, FieldFault.Message()),
        };
        return new GraphError(
            message,
            code,
            [.. error.Locations?.Select(location => new GraphErrorLocation(location.Line, location.Column)) ?? []],
            error.Path is { } path ? [.. path] : null);
    }

    /// <summary>A scalar says why it refuses a value.</summary>
    private static string WithReason(ExecutionError error)
        => error.InnerException is FormatException { Message: var reason } && !error.Message.Contains(reason, StringComparison.Ordinal)
            ? $"{error.Message} {reason}"
            : error.Message;
}
