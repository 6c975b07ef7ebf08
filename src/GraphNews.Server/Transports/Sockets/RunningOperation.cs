namespace GraphNews.Server.Transports.Sockets;

/// <summary>An operation of a WebSocket while it runs.</summary>
internal sealed class RunningOperation(CancellationToken closing)
{
    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(closing);

    /// <summary>Whether the client unsubscribed or the socket is closed.</summary>
    public bool IsCancelled => _cancel.IsCancellationRequested;

    /// <summary>Completes when nothing of it runs any more.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>Begins it.</summary>
    public void Start(Func<CancellationToken, Task> run) => Done = Task.Run(async () =>
    {
        try
        {
            await run(_cancel.Token);
        }
        finally
        {
            _cancel.Dispose();
        }
    });

    /// <summary>Ends it, down to the statement that runs.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await _cancel.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }
}
