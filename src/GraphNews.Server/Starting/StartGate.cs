namespace GraphNews.Server.Starting;

/// <summary>
/// Keeps requests waiting from when the server listens until its graph is ready. It listens first, so that a port in use
/// is told before any database was touched.
/// </summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the graph is ready, so that requests go through.</summary>
    public bool IsOpen => _ready.Task.IsCompleted;

    /// <summary>Lets requests through from now on.</summary>
    public void Open() => _ready.TrySetResult();

    /// <summary>Waits for <see cref="Open"/>, then lets the request through.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsOpen) await _ready.Task.WaitAsync(context.RequestAborted);
        await next(context);
    }
}

/// <summary>Puts the gate before everything else.</summary>
internal static class StartGateRegistration
{
    public static void UseStartGate(this WebApplication app)
    {
        var gate = app.Services.GetRequiredService<StartGate>();
        app.Use(next => context => gate.PassAsync(context, next));
    }
}
