using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using Microsoft.Data.Sqlite;

namespace GraphNews.Storage.Sqlite;

/// <summary>Backs a database up, and puts a backup in its place.</summary>
internal sealed class SqliteBackup(SqliteDatabaseFile file)
{
    private const string InUse = "is in use by a server or another program. Stop it, and restore then.";

    public async Task<long> BackUpAsync(string path, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (Path.Exists(path)) throw new GraphStartupException($"{path} exists. Backups replace nothing: name another file, or move that one away.");

        using var copy = await SqliteCopy.MakeAsync(file, path, cancel).ConfigureAwait(false);
        copy.MoveTo(path);
        return copy.Version;
    }

    public async Task<RestoredGraph> RestoreAsync(string path, bool replace, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (path == file.Path) throw new GraphStartupException($"{path} is the database itself. Name a backup of it.");

        var isThere = File.Exists(file.Path) && new FileInfo(file.Path).Length > 0;
        if (isThere) await new SqliteOpening(file).CheckHeaderAsync(cancel).ConfigureAwait(false);
        if (isThere && !replace)
            throw new GraphStartupException($"{file.Path} holds a graph. Give --replace to put the backup in its place; the graph that is there is set aside, and not deleted.");

        using var copy = await SqliteCopy.MakeAsync(SqliteDatabaseFile.At(path), file.Path, cancel).ConfigureAwait(false);
        string? aside = null;
        if (isThere)
        {
            await RequireUnusedAsync(cancel).ConfigureAwait(false);
            aside = SetAside();
        }

        File.Delete(file.Path);
        copy.MoveTo(file.Path);
        return new RestoredGraph(copy.Version, aside);
    }

    /// <summary>Leaving WAL mode takes a file that nobody else has open; each server keeps it open for as long as it runs.</summary>
    private async Task RequireUnusedAsync(CancellationToken cancel)
    {
        var alone = new SqliteConnection(new SqliteConnectionStringBuilder(file.ConnectionString) { Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        await using (alone.ConfigureAwait(false))
        {
            try
            {
                await alone.OpenAsync(cancel).ConfigureAwait(false);
                await using var command = alone.CreateCommand();
                command.CommandText = "PRAGMA journal_mode = DELETE";
                if (await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not "delete") throw new GraphStartupException($"{file.Path} {InUse}");
            }
            catch (SqliteException busy) when (SqliteErrors.IsBusy(busy))
            {
                throw new GraphStartupException($"{file.Path} {InUse}", busy);
            }
            catch (SqliteException)
            {
                // It is damaged, which is why somebody restores: no server can have it open for long.
            }
        }
    }

    /// <summary>Renames the graph and what SQLite keeps beside it; gives its new name.</summary>
    private string SetAside()
    {
        var number = 1;
        while (Path.Exists($"{file.Path}.replaced-{number}")) number++;
        var aside = $"{file.Path}.replaced-{number}";
        foreach (var suffix in new[] { "-wal", "-shm", "" })
        {
            if (File.Exists(file.Path + suffix)) File.Move(file.Path + suffix, aside + suffix);
        }

        return aside;
    }
}
