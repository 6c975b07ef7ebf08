using GraphNews.Graph.Execution;

namespace GraphNews.Server.Transports;

/// <summary>A request that is answered without being executed: with a status, one of the error codes and a sentence that its sender can act on.</summary>
internal sealed class RequestRefusedException(int status, string code, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>One of <see cref="Graph.Errors.ErrorCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>
    /// Whether the request was well-formed, so that what is wrong is its document: such a refusal has status 200 where
    /// the answer is <c>application/json</c>.
    /// </summary>
    public bool IsWellFormed { get; init; }

    /// <summary>When the same request may succeed; null where only another will.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The refusal as an answer to its operation.</summary>
    public GraphResponse ToResponse() => new() { Executed = false, Errors = [new GraphError(Message, Code, [])] };
}
