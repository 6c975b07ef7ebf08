using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Changes;

/// <summary>
/// How one operation waits for the version that its client asks for at least: what it wrote through another server, or
/// what a replica has not got yet.
/// </summary>
/// <param name="version">The version.</param>
/// <param name="signal">Knows the newest one.</param>
/// <param name="options">How long it waits.</param>
/// <param name="time">Measures it.</param>
internal sealed class VersionWait(long version, ChangeSignal signal, ChangeOptions options, TimeProvider time)
{
    // Where the version is known and this connection's database does not show it yet.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly long _begun = time.GetTimestamp();

    /// <summary>Whether a version is new enough.</summary>
    public bool IsMetBy(long read) => read >= version;

    /// <summary>Waits until it is worth reading the version again.</summary>
    /// <param name="read">The version that was read.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GraphException"><c>VERSION_NOT_YET</c>: the time is over.</exception>
    public async Task PauseAsync(long read, CancellationToken cancel)
    {
        var left = options.VersionPatience - time.GetElapsedTime(_begun);
        if (left <= TimeSpan.Zero) throw NotYet(read);
        var next = signal.Newest >= version ? Task.Delay(Pause, time, cancel) : signal.AfterAsync(version - 1, cancel);
        try
        {
            await next.WaitAsync(left, time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw NotYet(read);
        }
    }

    private GraphException NotYet(long read) => new(
        ErrorCodes.VersionNotYet,
        $"The graph stands at version {read} here, and GraphNews-Min-Version asks for {version}. Ask again in a moment; if it is no version that a write gave you, ask for a lower one.");
}
