using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>A lock by number, which the session holds until it closes. Source: PostgreSQL, Advisory Locks.</summary>
internal static class PostgreSqlLock
{
    /// <summary>Creating databases; taken in the server's own database.</summary>
    public const long Creating = 0x474E4557_00000001;

    /// <summary>Opening a graph; taken in its database.</summary>
    public const long Opening = 0x474E4557_00000002;

    /// <exception cref="PostgresException"><c>lock_not_available</c>: somebody else held it all the time.</exception>
    public static async Task TakeAsync(NpgsqlConnection connection, long number, TimeSpan longest, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandTimeout = (int)longest.TotalSeconds + 30;
            command.CommandText = FormattableString.Invariant($"SET lock_timeout = {longest.TotalMilliseconds:0}; SELECT pg_advisory_lock({number}); RESET lock_timeout");
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
