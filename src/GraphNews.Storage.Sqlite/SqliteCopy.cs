using System.Globalization;
using GraphNews.Graph.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// Copies a database as one reader sees it, so that the copy is one version and writers go on. It has another name until
/// it is whole and was checked.
/// </summary>
internal sealed class SqliteCopy : IDisposable
{
    private readonly string _unfinished;

    private SqliteCopy(string unfinished, long version) => (_unfinished, Version) = (unfinished, version);

    /// <summary>The graph version that the copy holds.</summary>
    public long Version { get; }

    /// <summary>Copies a database to a file beside the place where it is to be.</summary>
    /// <exception cref="GraphStartupException">It cannot be read, is not ours, or is damaged; or there is no room for the copy.</exception>
    public static async Task<SqliteCopy> MakeAsync(SqliteDatabaseFile from, string place, CancellationToken cancel)
    {
        if (!File.Exists(from.Path)) throw new GraphStartupException($"There is no database at {from.Path}.");
        if (!Directory.Exists(Path.GetDirectoryName(place)))
            throw new GraphStartupException($"The folder {Path.GetDirectoryName(place)} does not exist. Create it, or name another place.");

        var unfinished = $"{place}.unfinished";
        try
        {
            File.Delete(unfinished);
            await new SqliteOpening(from).CheckAsync(cancel).ConfigureAwait(false);
            await CopyAsync(from, unfinished, cancel).ConfigureAwait(false);
            return new SqliteCopy(unfinished, await CheckAsync(unfinished, cancel).ConfigureAwait(false));
        }
        catch (SqliteException e)
        {
            File.Delete(unfinished);
            cancel.ThrowIfCancellationRequested();
            throw new GraphStartupException(SqliteErrors.Explain(e, from.Path), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GraphStartupException($"{place} cannot be written: {e.Message} Let the user that runs this write its folder, or name another place.", e);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Gives the copy its name.</summary>
    /// <exception cref="IOException">Something is there.</exception>
    public void MoveTo(string place) => File.Move(_unfinished, place, overwrite: false);

    public void Dispose() => File.Delete(_unfinished);

    private static async Task CopyAsync(SqliteDatabaseFile from, string to, CancellationToken cancel)
    {
        var connection = await OpenAsync(from.Path, cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await using var interruption = cancel.Register(() => raw.sqlite3_interrupt(connection.Handle));
            await using var command = connection.CreateCommand();

            // One read transaction, and pages that nothing uses are left out.
            command.CommandText = "VACUUM INTO $to";
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$to", to);
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        var copy = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        await using (copy.ConfigureAwait(false)) copy.Flush(flushToDisk: true);
    }

    private static async Task<long> CheckAsync(string path, CancellationToken cancel)
    {
        var connection = await OpenAsync(path, cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (await AskAsync(connection, "PRAGMA quick_check(1)", cancel).ConfigureAwait(false) is string found and not "ok")
                throw new GraphStartupException($"The copy of the database is damaged, and so is what it was made of: {found}. Take an older backup.");
            return Convert.ToInt64(await AskAsync(connection, "SELECT \"Version\" FROM \"Graph\"", cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string path, CancellationToken cancel)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel).ConfigureAwait(false);
        return connection;
    }

    private static async Task<object?> AskAsync(SqliteConnection connection, string question, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
    }
}
