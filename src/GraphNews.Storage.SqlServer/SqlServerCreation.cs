using System.Globalization;
using GraphNews.Graph;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Storage.SqlServer;

/// <summary>Creates the database where there is none; servers that start together create one.</summary>
internal static class SqlServerCreation
{
    private const int Attempts = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task EnsureExistsAsync(SqlServerDatabase database, CancellationToken cancel)
    {
        try
        {
            await ConnectAsync(database.Unpooled, cancel).ConfigureAwait(false);
        }
        catch (SqlException e) when (e.Number == SqlServerErrors.CannotOpenDatabase)
        {
            // There is none, or it is not for this login: only the server's own database can tell.
            if (await CreateAsync(database, cancel).ConfigureAwait(false))
                await ConnectAsync(database.Unpooled, cancel).ConfigureAwait(false);
            else
                throw;
        }
    }

    /// <summary>Whether there was none.</summary>
    private static async Task<bool> CreateAsync(SqlServerDatabase database, CancellationToken cancel)
    {
        var connection = new SqlConnection(database.Master);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await SqlServerLock.TakeAsync(connection, $"GraphNews: creating {database.Name}", Longest, cancel).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandTimeout = (int)Longest.TotalSeconds;
                command.CommandText = "SELECT COUNT(*) FROM sys.databases WHERE name = @Name";
                command.Parameters.AddWithValue("@Name", database.Name);
                var known = Convert.ToInt32(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture) > 0;
                if (known) return await IsUsableAsync(database, cancel).ConfigureAwait(false);

                command.Parameters.Clear();
                command.CommandText = $"CREATE DATABASE {Quoted(database.Name)} COLLATE {SqlServerDatabase.Collation}";
                await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                return true;
            }
        }
    }

    /// <summary>Another server that starts may have created it while this one waited for the lock.</summary>
    private static async Task<bool> IsUsableAsync(SqlServerDatabase database, CancellationToken cancel)
    {
        try
        {
            await ConnectAsync(database.Unpooled, cancel).ConfigureAwait(false);
            return true;
        }
        catch (SqlException e) when (e.Number == SqlServerErrors.CannotOpenDatabase)
        {
            return false;
        }
    }

    /// <summary>Connects with the patience that a server deserves which is just starting.</summary>
    private static async Task ConnectAsync(string connectionString, CancellationToken cancel)
    {
        var context = new GraphDbContext(SqlServerOptions.For(connectionString));
        await using (context.ConfigureAwait(false))
        {
            await new SqlServerStrategy(context, Attempts).ExecuteAsync(
                context, static async (asked, token) =>
                {
                    await asked.Database.OpenConnectionAsync(token).ConfigureAwait(false);
                    await asked.Database.CloseConnectionAsync().ConfigureAwait(false);
                    return true;
                },
                cancel).ConfigureAwait(false);
        }
    }

    private static string Quoted(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
}
