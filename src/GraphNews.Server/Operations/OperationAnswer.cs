using GraphNews.Graph.Costs;
using GraphNews.Graph.Execution;
using GraphNews.Server.Caching;
using GraphNews.Server.Telemetry;

namespace GraphNews.Server.Operations;

/// <summary>
/// An answer as JSON, whole: a fault while it is written is still an error with its own status, and not half an answer
/// with status 200.
/// </summary>
internal sealed class OperationAnswer : IDisposable
{
    private readonly PooledBuffer? _buffer;

    /// <summary>An answer of its own.</summary>
    /// <param name="response">What the engine answers.</param>
    /// <param name="cost">The cost to tell beside; null if the client has not asked for it.</param>
    public OperationAnswer(GraphResponse response, OperationCost? cost = null)
    {
        _buffer = new PooledBuffer();
        try
        {
            ResponseEnvelope.Write(_buffer, response, cost);
            Body = _buffer.Written;
            Executed = response.Executed;
            Facts = AnswerFacts.Of(response, AnswerSource.Bypass);
        }
        catch
        {
            _buffer.Dispose();
            throw;
        }
    }

    /// <summary>An answer that others are given, too.</summary>
    public OperationAnswer(KeptAnswer kept, AnswerSource source)
    {
        Kept = kept;
        Body = kept.Body;
        Executed = kept.Executed;
        Facts = source == AnswerSource.Miss ? kept.Facts : kept.Facts with { Source = source, Statements = 0, Rows = 0 };
    }

    /// <summary>The JSON object, in UTF-8; valid until the answer is disposed.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The answer that others are given, too; null if this is one of its own.</summary>
    public KeptAnswer? Kept { get; }

    /// <summary>Whether execution began, so that the answer has a <c>data</c> entry.</summary>
    public bool Executed { get; }

    /// <summary>What is told of it.</summary>
    public AnswerFacts Facts { get; }

    /// <summary>Whether the same may be answered in a moment, so that the client is to ask again.</summary>
    public bool IsForLater => Facts.IsForLater;

    public void Dispose() => _buffer?.Dispose();
}
