using System.Globalization;
using GraphNews.Graph;
using GraphNews.Graph.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>
/// Opens a database at start-up: creates it if there is none, takes a lock that makes servers which start together
/// wait for each other, looks before it touches, and brings the tables up to date.
/// </summary>
internal sealed class PostgreSqlOpening(PostgreSqlDatabase database)
{
    /// <summary>The comment on the Graph table that says it is ours, before the format as a whole. Backups carry it.</summary>
    public const string Mark = "GraphNews.Format=";

    /// <summary>The format; migrations change tables within it.</summary>
    public const int Format = 1;

    /// <summary>How long a server waits for another one that migrates.</summary>
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await PostgreSqlCreation.EnsureExistsAsync(database, cancel).ConfigureAwait(false);
            var context = new GraphDbContext(PostgreSqlOptions.For(database.Unpooled));
            await using (context.ConfigureAwait(false))
            {
                await OpenAsync(context, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when ((e as NpgsqlException ?? e.InnerException) is NpgsqlException error)
        {
            // Bare, or as the last of several attempts.
            throw PostgreSqlErrors.Explain(error, database);
        }
    }

    private async Task OpenAsync(GraphDbContext context, CancellationToken cancel)
    {
        context.Database.SetCommandTimeout(LongestMigration);
        await context.Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await RefuseUnfitAsync(connection, cancel).ConfigureAwait(false);

        // The session holds the lock, and gives it back when it closes, whatever happens.
        await PostgreSqlLock.TakeAsync(connection, PostgreSqlLock.Opening, LongestMigration, cancel).ConfigureAwait(false);
        await RefuseForeignAsync(connection, cancel).ConfigureAwait(false);

        var applied = (await context.Database.GetAppliedMigrationsAsync(cancel).ConfigureAwait(false)).ToList();
        if (applied.Except(context.Database.GetMigrations(), StringComparer.Ordinal).Any()) throw Newer();
        if (applied.Count < context.Database.GetMigrations().Count()) await context.Database.MigrateAsync(cancel).ConfigureAwait(false);
    }

    private async Task RefuseUnfitAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (connection.PostgreSqlVersion.Major < PostgreSqlDatabase.OldestRelease)
            throw new GraphStartupException($"{database.Server} is PostgreSQL {connection.PostgreSqlVersion}, and GraphNews needs {PostgreSqlDatabase.OldestRelease} or newer. Upgrade it, or name another Host in ConnectionStrings:Graph.");
        if (await AskAsync(connection, "SELECT pg_is_in_recovery()", cancel).ConfigureAwait(false) is true)
            throw new GraphStartupException($"{database.Server} is a standby, which cannot be written. Name the primary as Host in ConnectionStrings:Graph.");
        if (await AskAsync(connection, "SHOW server_encoding", cancel).ConfigureAwait(false) is string encoding and not "UTF8")
            throw new GraphStartupException($"{database} holds text as {encoding}, and GraphNews needs UTF8. Create another (ENCODING 'UTF8' TEMPLATE template0) and name it in ConnectionStrings:Graph.");
    }

    /// <summary>An empty database is to become ours; one with tables has to be ours already.</summary>
    private async Task RefuseForeignAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await AskAsync(connection, "SELECT obj_description(to_regclass('\"Graph\"'), 'pg_class')", cancel).ConfigureAwait(false) is string mark
            && mark.StartsWith(Mark, StringComparison.Ordinal)
            && int.TryParse(mark[Mark.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var format))
        {
            if (format > Format) throw Newer();
            return;
        }

        // Extensions may bring tables of their own.
        var tables = await AskAsync(
            connection,
            $"""
            SELECT COUNT(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname <> '{HistoryRepository.DefaultTableName}'
                AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
            """,
            cancel).ConfigureAwait(false);
        if (tables is > 0L)
            throw new GraphStartupException($"{database} holds tables of another application. It was left as it is. Name another Database in ConnectionStrings:Graph.");
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = question;
            return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
        }
    }

    private GraphStartupException Newer() => new(
        $"{database} was written by a newer version of GraphNews. It was left as it is. Start that version, or name another Database in ConnectionStrings:Graph.");
}
