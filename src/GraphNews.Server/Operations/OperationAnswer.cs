using GraphNews.Graph.Costs;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Operations;

/// <summary>
/// An answer as JSON, whole: a fault while it is written is still an error with its own status, and not half an answer
/// with status 200.
/// </summary>
internal sealed class OperationAnswer : IDisposable
{
    private readonly PooledBuffer _buffer = new();

    /// <param name="response">What the engine answers.</param>
    /// <param name="cost">The cost to tell beside; null if the client has not asked for it.</param>
    public OperationAnswer(GraphResponse response, OperationCost? cost = null)
    {
        try
        {
            ResponseEnvelope.Write(_buffer, response, cost);
            Executed = response.Executed;
            IsForLater = response.Errors.Any(error => error.Code is ErrorCodes.DatabaseUnavailable or ErrorCodes.VersionNotYet);
        }
        catch
        {
            _buffer.Dispose();
            throw;
        }
    }

    /// <summary>The JSON object, in UTF-8; valid until the answer is disposed.</summary>
    public ReadOnlyMemory<byte> Body => _buffer.Written;

    /// <summary>Whether execution began, so that the answer has a <c>data</c> entry.</summary>
    public bool Executed { get; }

    /// <summary>Whether the same may be answered in a moment, so that the client is to ask again.</summary>
    public bool IsForLater { get; }

    public void Dispose() => _buffer.Dispose();
}
