namespace GraphNews.Benchmarks;

/// <summary>Who answers.</summary>
/// <param name="Name">How tables call it.</param>
/// <param name="Settings">With which settings.</param>
/// <param name="StartAsync">Starts it.</param>
internal sealed record Contender(string Name, string Settings, Func<Task<ServedProcess>> StartAsync)
{
    /// <summary>The path of a question; null where it is not answered.</summary>
    public required Func<Question, string?> PathOf { get; init; }

    /// <summary>A question in its own schema; the question's own operation where it has GraphNews' schema.</summary>
    public Func<Question, string?> OperationOf { get; init; } = _ => null;

    /// <summary>How many statements it has run so far; null where nobody counts.</summary>
    public Func<ServedProcess, Task<long>>? StatementsAsync { get; init; }

    /// <summary>Whether all clients may ask the very same, and be given one answer.</summary>
    public bool IsWarm { get; init; }

    /// <summary>Whether its answers are byte for byte what GraphNews answers, but for spaces and escapes.</summary>
    public bool HasSameAnswers { get; init; } = true;

    /// <summary>What each of several clients sends; null where the question is not answered.</summary>
    public IReadOnlyList<byte[]>? Requests(Question question, Uri address, int clients)
        => PathOf(question) is { } path
            ? [.. Enumerable.Range(0, clients).Select(client => question.RequestOf(IsWarm ? 0 : client, address, path, OperationOf(question)))]
            : null;
}
