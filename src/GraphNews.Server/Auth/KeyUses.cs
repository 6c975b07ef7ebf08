using System.Collections.Concurrent;
using System.Data.Common;
using GraphNews.Graph.Keys;

namespace GraphNews.Server.Auth;

/// <summary>
/// Keeps when keys were last used: noted in memory, written once a minute and at the end. So a request waits for no
/// writer, and a busy key costs one write a minute.
/// </summary>
internal sealed partial class KeyUses(ApiKeys keys, TimeProvider time, ILogger<KeyUses> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTime> _uses = new(StringComparer.Ordinal);

    /// <summary>A key was used just now.</summary>
    public void Note(ApiKey key) => _uses[key.Id] = time.GetUtcNow().UtcDateTime;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var noted = _uses.ToArray();
        if (noted.Length == 0) return;

        try
        {
            await keys.NoteUsesAsync(new Dictionary<string, DateTime>(noted), cancel);

            // A use since then stays for the next time.
            foreach (var use in noted) _uses.TryRemove(use);
        }
        catch (DbException e)
        {
            LogUnwritten(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When keys were last used could not be written. It is tried again in a minute.")]
    private static partial void LogUnwritten(ILogger logger, Exception reason);
}
