using GraphNews.Graph;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Creates the database where there is none; servers that start together create one.</summary>
internal static class PostgreSqlCreation
{
    private const int Attempts = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task EnsureExistsAsync(PostgreSqlDatabase database, CancellationToken cancel)
    {
        try
        {
            await ConnectAsync(database.Unpooled, cancel).ConfigureAwait(false);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            try
            {
                await CreateAsync(database, cancel).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName || e.MessageText.Contains("for database \"postgres\"", StringComparison.Ordinal))
            {
                // No way to create it from this login: what matters is that there is none.
                throw missing;
            }
        }
    }

    private static async Task CreateAsync(PostgreSqlDatabase database, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(database.OwnDatabase);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await PostgreSqlLock.TakeAsync(connection, PostgreSqlLock.Creating, Longest, cancel).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandTimeout = (int)Longest.TotalSeconds;
                command.CommandText = "SELECT 1 FROM pg_database WHERE datname = $1";
                command.Parameters.Add(new NpgsqlParameter { Value = database.Name });
                if (await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not null) return;

                // Of the template that holds nothing of this machine's, so that its encoding may be another.
                command.Parameters.Clear();
                command.CommandText = $"CREATE DATABASE {Quoted(database.Name)} ENCODING 'UTF8' LOCALE '{PostgreSqlDatabase.Collation}' TEMPLATE template0";
                await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Connects with the patience that a server deserves which is just starting.</summary>
    private static async Task ConnectAsync(string connectionString, CancellationToken cancel)
    {
        var context = new GraphDbContext(PostgreSqlOptions.For(connectionString));
        await using (context.ConfigureAwait(false))
        {
            await new PostgreSqlStrategy(context, Attempts).ExecuteAsync(
                context, static async (_, asked, token) =>
                {
                    await asked.Database.OpenConnectionAsync(token).ConfigureAwait(false);
                    await asked.Database.CloseConnectionAsync().ConfigureAwait(false);
                    return true;
                },
                verifySucceeded: null,
                cancel).ConfigureAwait(false);
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
