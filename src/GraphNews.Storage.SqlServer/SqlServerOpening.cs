using System.Globalization;
using GraphNews.Graph;
using GraphNews.Graph.Errors;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GraphNews.Storage.SqlServer;

/// <summary>
/// Opens a database at start-up: creates it if there is none, takes a lock that makes servers which start together
/// wait for each other, looks before it touches, and brings the tables up to date.
/// </summary>
internal sealed class SqlServerOpening(SqlServerDatabase database)
{
    /// <summary>The property of the database that says it is ours; its value is the format as a whole.</summary>
    public const string Mark = "GraphNews.Format";

    /// <summary>The format; migrations change tables within it.</summary>
    public const int Format = 1;

    /// <summary>How long a server waits for another one that migrates.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await SqlServerCreation.EnsureExistsAsync(database, cancel).ConfigureAwait(false);
            var context = new GraphDbContext(SqlServerOptions.For(database.Unpooled));
            await using (context.ConfigureAwait(false))
            {
                await OpenAsync(context, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when ((e as SqlException ?? e.InnerException) is SqlException error)
        {
            // Bare, or as the last of several attempts.
            throw SqlServerErrors.Explain(error, database);
        }
    }

    private async Task OpenAsync(GraphDbContext context, CancellationToken cancel)
    {
        context.Database.SetCommandTimeout(LongestMigration);
        await context.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        var connection = (SqlConnection)context.Database.GetDbConnection();

        // The session holds the lock, and gives it back when it closes, whatever happens.
        await SqlServerLock.TakeAsync(connection, "GraphNews: opening", LongestMigration, cancel).ConfigureAwait(false);
        await RefuseForeignAsync(connection, cancel).ConfigureAwait(false);

        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel).ConfigureAwait(false)).ToList();
        if (applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any()) throw Newer();

        await AllowSnapshotsAsync(connection, cancel).ConfigureAwait(false);
        if (applied.Count < context.Database.GetMigrations().Count()) await context.Database.MigrateAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>An empty database is to become ours; one with tables has to be ours already.</summary>
    private async Task RefuseForeignAsync(SqlConnection connection, CancellationToken cancel)
    {
        var format = await AskAsync(
            connection, $"SELECT CONVERT(int, value) FROM sys.extended_properties WHERE class = 0 AND name = N'{Mark}'", cancel).ConfigureAwait(false);
        if (format > Format) throw Newer();
        if (format is not null) return;

        var tables = await AskAsync(
            connection, $"SELECT COUNT(*) FROM sys.tables WHERE is_ms_shipped = 0 AND name <> N'{HistoryRepository.DefaultTableName}'", cancel).ConfigureAwait(false);
        if (tables > 0)
            throw new GraphStartupException($"{database} holds tables of another application. It was left as it is. Name another Database in ConnectionStrings:Graph.");
    }

    private static async Task AllowSnapshotsAsync(SqlConnection connection, CancellationToken cancel)
    {
        var state = await AskAsync(
            connection, "SELECT CONVERT(int, snapshot_isolation_state) FROM sys.databases WHERE database_id = DB_ID()", cancel).ConfigureAwait(false);
        if (state == 1) return;

        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            // Waits until the transactions that are running end; not allowed inside one.
            command.CommandText = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON";
            command.CommandTimeout = (int)LongestMigration.TotalSeconds;
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static async Task<int?> AskAsync(SqlConnection connection, string question, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = question;
            var answer = await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
            return answer is null or DBNull ? null : Convert.ToInt32(answer, CultureInfo.InvariantCulture);
        }
    }

    private GraphStartupException Newer() => new(
        $"{database} was written by a newer version of GraphNews. It was left as it is. Start that version, or name another Database in ConnectionStrings:Graph.");
}
