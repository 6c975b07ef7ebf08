using System.Text.Json;

namespace GraphNews.Graph.Execution;

/// <summary>What an engine answers to one request.</summary>
public sealed class GraphResponse
{
    /// <summary>
    /// Whether execution began. False for request errors (syntax, validation, variables, operation name): the
    /// response then has no <c>data</c> entry at all. Source: GraphQL specification, section 7.1.
    /// </summary>
    public required bool Executed { get; init; }

    /// <summary>The errors, in the order of the response; empty if all went well.</summary>
    public required IReadOnlyList<GraphError> Errors { get; init; }

    /// <summary>Writes the value of <c>data</c>, which may be <c>null</c>; null if not executed.</summary>
    public Action<Utf8JsonWriter>? WriteData { get; init; }

    /// <summary>The graph version that the answer shows; null if no version was read.</summary>
    public long? Version { get; init; }

    /// <summary>The graph version that the search index showed; null if the operation did not search.</summary>
    public long? SearchVersion { get; init; }

    /// <summary>How many statements were run for it.</summary>
    public int Statements { get; init; }

    /// <summary>How many rows they gave.</summary>
    public long Rows { get; init; }
}

/// <summary>An error as a response shows it.</summary>
/// <param name="Message">A sentence that its reader can act on.</param>
/// <param name="Code">One of <see cref="Errors.ErrorCodes"/>, shown as <c>extensions.code</c>.</param>
/// <param name="Locations">Where in the document; empty if it has no place there.</param>
/// <param name="Path">Where in the answer: response names and list indexes; null for request errors.</param>
public sealed record GraphError(
    string Message,
    string Code,
    IReadOnlyList<GraphErrorLocation> Locations,
    IReadOnlyList<object>? Path = null);

/// <summary>A place in a GraphQL document.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record GraphErrorLocation(int Line, int Column);
