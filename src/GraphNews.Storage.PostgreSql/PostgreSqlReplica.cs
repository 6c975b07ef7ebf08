using GraphNews.Graph.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>
/// A standby that answers for the primary. Where it cannot be reached, or follows no primary any more, the primary
/// answers, and it is tried again after a while: a server that was promoted would show the same version for ever.
/// </summary>
internal sealed partial class PostgreSqlReplica(PostgreSqlDatabase database, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private long _restsSince = long.MinValue;

    /// <summary>Whether it is worth asking.</summary>
    public bool IsInService => Interlocked.Read(ref _restsSince) is var since && (since == long.MinValue || time.GetElapsedTime(since) >= Rest);

    /// <summary>Whether a snapshot is one of a standby.</summary>
    public static bool Follows(GraphSnapshot snapshot)
        => ((NpgsqlConnection)snapshot.Connection).PostgresParameters.GetValueOrDefault("in_hot_standby") == "on";

    /// <summary>Leaves it alone for a while.</summary>
    /// <param name="fault">What went wrong; null if it is a standby no more.</param>
    public void TakeOut(Exception? fault)
    {
        Interlocked.Exchange(ref _restsSince, time.GetTimestamp());
        if (fault is null) LogPromoted(logger, database.Server);
        else LogUnreachable(logger, database.Server, fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The replica {Server} cannot be asked; the primary answers for it. It is tried again in 10 seconds.")]
    private static partial void LogUnreachable(ILogger logger, string server, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Server} of ConnectionStrings:Read is no standby; the primary answers for it. Name a standby of the primary of ConnectionStrings:Graph, or leave it out.")]
    private static partial void LogPromoted(ILogger logger, string server);
}
