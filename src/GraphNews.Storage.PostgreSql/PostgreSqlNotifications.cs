using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>
/// Tells the other servers of a database that something was written, and hears it of them: a notification that PostgreSQL
/// sends when the transaction commits. Source: PostgreSQL, NOTIFY. One waits at a time.
/// </summary>
internal sealed class PostgreSqlNotifications(PostgreSqlDatabase database) : IDisposable
{
    private const string Channel = "graphnews_written";

    private NpgsqlConnection? _listening;

    /// <summary>Has all be told when the context's transaction commits.</summary>
    public static async Task SendAsync(GraphDbContext context, CancellationToken cancel)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = $"NOTIFY {Channel}";
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until something was written since the last call; at the first call, and after a fault, it may have been.</summary>
    /// <exception cref="NpgsqlException">The connection broke; the next call makes another.</exception>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        try
        {
            if (_listening is null) await ListenAsync(cancel).ConfigureAwait(false);
            else await _listening.WaitAsync(atMost, cancel).ConfigureAwait(false);
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _listening = null;
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        _listening = new NpgsqlConnection(database.Listening);
        await _listening.OpenAsync(cancel).ConfigureAwait(false);
        var command = _listening.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = $"LISTEN {Channel}";
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
