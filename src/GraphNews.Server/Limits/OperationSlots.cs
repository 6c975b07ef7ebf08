using System.Threading.RateLimiting;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>
/// How many operations this server executes at once. Others wait in their order; beyond those who wait, and after waiting as
/// long as an operation may run, they are refused: so what a server holds in memory is bounded.
/// </summary>
internal sealed class OperationSlots(LimitsSettings limits, TimeProvider time) : IDisposable
{
    private readonly ConcurrencyLimiter _slots = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.ConcurrentOperations,
        QueueLimit = limits.WaitingOperations,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>Waits for a place; to dispose it is to leave it to the next.</summary>
    /// <exception cref="RequestRefusedException">HTTP 503: the server is busy.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken aborted)
    {
        using var late = new CancellationTokenSource(limits.ExecutionTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, aborted);
        try
        {
            var lease = await _slots.AcquireAsync(1, either.Token);
            if (lease.IsAcquired) return lease;
            lease.Dispose();
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            // It waited too long.
        }

        throw new RequestRefusedException(
            StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerBusy,
            $"The server executes {limits.ConcurrentOperations} operations, and as many wait as may: {limits.WaitingOperations}, each for {limits.ExecutionTime.TotalSeconds:0.###} s at most. Ask again in a second.")
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };
    }

    public void Dispose() => _slots.Dispose();
}
