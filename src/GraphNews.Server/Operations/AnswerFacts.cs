using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Telemetry;

namespace GraphNews.Server.Operations;

/// <summary>What is told of an answer besides itself.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Version">The graph version that it shows; null if it read none.</param>
/// <param name="SearchVersion">The graph version that the search index showed; null if it did not search.</param>
/// <param name="Error">The code of its first error; null if it has none.</param>
/// <param name="Statements">How many statements were run for it.</param>
/// <param name="Rows">How many rows they gave.</param>
internal sealed record AnswerFacts(AnswerSource Source, long? Version, long? SearchVersion, string? Error, int Statements, long Rows)
{
    /// <summary>Whether the same may be answered in a moment, so that the client is to ask again.</summary>
    public bool IsForLater { get; private init; }

    /// <summary>The facts of a response that was executed, or refused by the engine.</summary>
    public static AnswerFacts Of(GraphResponse response, AnswerSource source) => new(
        source, response.Version, response.SearchVersion, response.Errors.Count == 0 ? null : response.Errors[0].Code, response.Statements, response.Rows)
    {
        IsForLater = response.Errors.Any(error => error.Code is ErrorCodes.DatabaseUnavailable or ErrorCodes.VersionNotYet),
    };

    /// <summary>The facts of an operation that got no answer.</summary>
    public static AnswerFacts OfFailure(string error) => new(AnswerSource.Bypass, null, null, error, 0, 0);
}
