using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GraphNews.Limit.Statements;

/// <summary>The one connection, which serves one request at a time, each in one read transaction.</summary>
internal sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _turns = new(1, 1);
    private readonly DbConnection _connection;
    private readonly DbCommand _begin;
    private readonly DbCommand _version;
    private readonly DbCommand _end;

    private Database(DbConnection connection, bool isPostgreSql)
    {
        (_connection, IsPostgreSql) = (connection, isPostgreSql);
        _begin = Command(isPostgreSql ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN DEFERRED");
        _version = Command("""SELECT "Version" FROM "Graph" """);
        _end = Command("COMMIT");
    }

    /// <summary>How many statements have been run.</summary>
    public long Statements { get; private set; }

    private bool IsPostgreSql { get; }

    public static async Task<Database> OpenAsync(string product, string connectionString)
    {
        var isPostgreSql = product == "PostgreSql";
        DbConnection connection = isPostgreSql ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return new Database(connection, isPostgreSql);
    }

    /// <summary>Waits for the connection; disposing of what this gives hands it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _turns.WaitAsync(cancel);
        return new Turn(_turns);
    }

    /// <summary>Runs what reads in one transaction, with the version that it sees.</summary>
    public void Read(Action<long> read)
    {
        _begin.ExecuteNonQuery();
        try
        {
            Statements++;
            read((long)_version.ExecuteScalar()!);
        }
        finally
        {
            _end.ExecuteNonQuery();
        }
    }

    /// <summary>A prepared statement without parameters, or with <c>@slug</c>.</summary>
    public Statement Prepare(string text, string? slug = null)
    {
        var command = Command(text);
        if (slug is not null) Add(command, "slug", slug);
        command.Prepare();
        return new Statement(command, null, Count);
    }

    /// <summary>A prepared statement about many keys, which stands as <c>{keys}</c> behind a column.</summary>
    public Statement PrepareForKeys(string text)
    {
        var command = Command(text.Replace("{keys}", IsPostgreSql ? "= ANY (@keys)" : "IN (SELECT value FROM json_each(@keys))", StringComparison.Ordinal));
        Add(command, "keys", IsPostgreSql ? Array.Empty<long>() : "");
        command.Prepare();
        return new Statement(command, command.Parameters[0], Count);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _turns.Dispose();
    }

    private void Count() => Statements++;

    private DbCommand Command(string text)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this program.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
