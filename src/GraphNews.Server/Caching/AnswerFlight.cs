namespace GraphNews.Server.Caching;

/// <summary>
/// The one computation of an answer that several wait for. The first who asks computes; each may leave, and only when all
/// have left is it cancelled.
/// </summary>
#pragma warning disable CA1001 // A source without a timer holds nothing that has to be given back.
internal sealed class AnswerFlight
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly TaskCompletionSource<KeptAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting = 1;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Comes in to wait with the others; false if all others have left, so that the answer will not come.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            if (_waiting == 0) return false;
            _waiting++;
            return true;
        }
    }

    /// <summary>Waits as one of those who joined.</summary>
    /// <exception cref="OperationCanceledException">This one has left.</exception>
    public async Task<KeptAnswer> WaitAsync(CancellationToken aborted)
    {
        try
        {
            return await _answer.Task.WaitAsync(aborted);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Computes as the one who came first. It goes on for the others after this one has left.</summary>
    public async Task<KeptAnswer> ComputeAsync(Func<CancellationToken, Task<KeptAnswer>> compute, CancellationToken aborted)
    {
        // Leaves once: when it is aborted, or else at the end.
        var left = aborted.Register(Leave);
        try
        {
            var answer = await compute(_abandoned.Token);
            _answer.SetResult(answer);
            return answer;
        }
        catch (Exception fault)
        {
            // Seen here, whether or not somebody waits.
            _answer.SetException(fault);
            _ = _answer.Task.Exception;
            throw;
        }
        finally
        {
            if (left.Unregister()) Leave();
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_waiting > 0 || _answer.Task.IsCompleted) return;
        }

        _abandoned.Cancel();
    }
}
