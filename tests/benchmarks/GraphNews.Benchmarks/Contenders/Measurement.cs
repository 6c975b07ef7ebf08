namespace GraphNews.Benchmarks;

/// <summary>What one contender needed for one question.</summary>
internal sealed record Measurement
{
    /// <summary>Which graph, in which database product.</summary>
    public required string Setting { get; init; }

    public required string Question { get; init; }

    public required string Contender { get; init; }

    /// <summary>The median of the rounds.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>The server's time on the processor for one request, over all rounds.</summary>
    public required double ProcessorMilliseconds { get; init; }

    /// <summary>Half of the answers took no longer, over all rounds.</summary>
    public required double Milliseconds50 { get; init; }

    /// <summary>Nine of ten.</summary>
    public required double Milliseconds90 { get; init; }

    /// <summary>Ninety-nine of a hundred.</summary>
    public required double Milliseconds99 { get; init; }

    /// <summary>The most memory that the server's processes had since they were started.</summary>
    public required double PeakMegabytes { get; init; }

    /// <summary>How many SQL statements it ran for one request; null where nobody counts.</summary>
    public required long? Statements { get; init; }

    public required int AnswerBytes { get; init; }
}
