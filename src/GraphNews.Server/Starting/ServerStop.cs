using GraphNews.Server.Settings;

namespace GraphNews.Server.Starting;

/// <summary>The steps of a stop, in their order. From the first on, <c>/health/ready</c> says that the server stops.</summary>
internal static class ServerStop
{
    public static IServiceCollection AddServerStop(this IServiceCollection services)
    {
        services.AddOptions<HostOptions>().Configure<ShutdownSettings>((options, settings) => options.ShutdownTimeout = settings.Timeout);
        return services;
    }

    /// <summary>
    /// Waits until the server is told to stop, goes on until nobody should send it requests any more, takes no new
    /// connections, and lets what runs finish; what takes longer than <see cref="ShutdownSettings.Timeout"/> is cut off.
    /// </summary>
    /// <param name="app">The server, which runs.</param>
    /// <param name="cancel">Tells it to stop, as the signals that the host listens to do.</param>
    public static async Task RunAsync(WebApplication app, CancellationToken cancel)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (app.Lifetime.ApplicationStopping.Register(told.SetResult))
        await using (cancel.Register(app.Lifetime.StopApplication))
        {
            await told.Task;
        }

        var (settings, time) = (app.Services.GetRequiredService<ShutdownSettings>(), app.Services.GetRequiredService<TimeProvider>());
        await Task.Delay(settings.Delay, time, CancellationToken.None);
        await app.StopAsync(CancellationToken.None);
    }
}
