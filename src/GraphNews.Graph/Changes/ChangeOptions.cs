namespace GraphNews.Graph.Changes;

/// <summary>How a process learns of what others write.</summary>
public sealed record ChangeOptions
{
    /// <summary>How long a write of another process may stay unknown, where the database does not tell of it by itself.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an operation waits for the version that its client asks for at least.</summary>
    public TimeSpan VersionPatience { get; init; } = TimeSpan.FromSeconds(2);
}
