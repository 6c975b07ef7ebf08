using System.Buffers.Binary;
using System.Globalization;
using GraphNews.Graph;
using GraphNews.Graph.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// Opens a database at start-up: looks before it touches, creates or migrates in one transaction that either happens
/// as a whole or not at all. The transaction is the lock: servers that start together wait for each other.
/// </summary>
internal sealed class SqliteOpening(SqliteDatabaseFile file)
{
    /// <summary>"GNEW", in the header of every file that is ours. Source: SQLite, Database File Format, 1.3.14.</summary>
    public const int ApplicationId = 0x474E4557;

    /// <summary>The format of the file as a whole; migrations change tables within it.</summary>
    public const int Format = 1;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    public async Task RunAsync(CancellationToken cancel)
    {
        await CheckAsync(cancel).ConfigureAwait(false);
        try
        {
            await MigrateAsync(cancel).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw new GraphStartupException(SqliteErrors.Explain(e, file.Path), e);
        }
    }

    /// <summary>Looks without touching: a file that is there is ours, and no newer than this program.</summary>
    /// <exception cref="GraphStartupException">It is not, or cannot be read.</exception>
    public async Task CheckAsync(CancellationToken cancel)
    {
        await CheckHeaderAsync(cancel).ConfigureAwait(false);
        try
        {
            await CheckMigrationsAsync(cancel).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw new GraphStartupException(SqliteErrors.Explain(e, file.Path), e);
        }
    }

    /// <summary>Looks at the header alone, as bytes: SQLite itself might leave files beside a database that is not ours.</summary>
    /// <exception cref="GraphStartupException">It is not ours, or newer than this program.</exception>
    public async Task CheckHeaderAsync(CancellationToken cancel)
    {
        var header = new byte[100];
        int length;
        try
        {
            if (Directory.Exists(file.Path))
                throw new GraphStartupException($"{file.Path} is a folder. Name a file in it as Data Source of ConnectionStrings:Graph.");
            if (Path.GetDirectoryName(file.Path) is { } folder && !Directory.Exists(folder))
                throw new GraphStartupException($"The folder {folder} does not exist. Create it, or name another Data Source in ConnectionStrings:Graph.");
            if (!File.Exists(file.Path)) return;

            var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using (stream.ConfigureAwait(false))
            {
                length = await stream.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraphStartupException(
                $"{file.Path} cannot be read: {e.Message} Let the server's user read and write it, or name another Data Source in ConnectionStrings:Graph.", e);
        }

        // A file that somebody has only touched is a new database.
        if (length == 0) return;
        if (length < header.Length || !header.AsSpan().StartsWith(Magic))
            throw new GraphStartupException($"{file.Path} is not a SQLite database. It was left as it is. Name another Data Source in ConnectionStrings:Graph.");
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(68)) != ApplicationId)
            throw new GraphStartupException($"{file.Path} is a SQLite database of another application. It was left as it is. Name another Data Source in ConnectionStrings:Graph.");
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(60)) > Format)
            throw Newer();
    }

    private async Task CheckMigrationsAsync(CancellationToken cancel)
    {
        if (!File.Exists(file.Path) || new FileInfo(file.Path).Length == 0) return;
        var builder = new SqliteConnectionStringBuilder(file.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        var connection = new SqliteConnection(builder.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await RefuseNewerAsync(connection, cancel).ConfigureAwait(false);
        }
    }

    private async Task MigrateAsync(CancellationToken cancel)
    {
        // Migrations that rebuild a table need foreign keys off, which a transaction cannot change.
        var builder = new SqliteConnectionStringBuilder(file.ConnectionString)
        {
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = false,
        };
        var connection = new SqliteConnection(builder.ConnectionString);
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await using (var transaction = connection.BeginTransaction(deferred: false))
            {
                var last = await RefuseNewerAsync(connection, cancel).ConfigureAwait(false);
                if (last != Known()[^1])
                {
                    await RunAsync(connection, FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format};"), cancel).ConfigureAwait(false);
                    await RunAsync(connection, MigrationScript(last), cancel).ConfigureAwait(false);
                }

                await transaction.CommitAsync(cancel).ConfigureAwait(false);
            }

            await RunAsync(connection, "PRAGMA journal_mode = WAL;", cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The last migration that the database has had; null if none.</summary>
    private async Task<string?> RefuseNewerAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var applied = await AppliedAsync(connection, cancel).ConfigureAwait(false);
        if (applied.Except(Known(), StringComparer.Ordinal).Any()) throw Newer();
        return applied.Count == 0 ? null : applied[^1];
    }

    private GraphStartupException Newer() => new(
        $"{file.Path} was written by a newer version of GraphNews. It was left as it is. Start that version, or name another Data Source in ConnectionStrings:Graph.");

    private static async Task<List<string>> AppliedAsync(SqliteConnection connection, CancellationToken cancel)
    {
        var applied = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{HistoryRepository.DefaultTableName}'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture) == 0) return applied;
        command.CommandText = $"SELECT \"MigrationId\" FROM \"{HistoryRepository.DefaultTableName}\" ORDER BY \"MigrationId\"";
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false)) applied.Add(reader.GetString(0));
        return applied;
    }

    private string[] Known()
    {
        using var context = new GraphDbContext(SqliteOptions.For(file.ConnectionString));
        return [.. context.Database.GetMigrations()];
    }

    private string MigrationScript(string? last)
    {
        using var context = new GraphDbContext(SqliteOptions.For(file.ConnectionString));
        return context.GetService<IMigrator>().GenerateScript(last, null, MigrationsSqlGenerationOptions.NoTransactions);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
