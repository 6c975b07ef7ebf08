using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// Stands where the connection to SQL Server would: notes and checks each statement as <see cref="RecordingConnection"/>
/// does, and lets a SQLite file answer it, so that a write or an import goes all its ways.
/// </summary>
internal sealed class AnsweringConnection(StatementLog log, string file) : DbConnection
{
    private readonly SqliteConnection _file = new($"Data Source={file};Foreign Keys=True");

    public StatementLog Log => log;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=nowhere;Database=nothing";

    public override string Database => "nothing";

    public override string DataSource => "nowhere";

    public override string ServerVersion => "16.00";

    public override ConnectionState State => _file.State;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close() => _file.Close();

    public override void Open() => _file.Open();

    public SqliteCommand CreateInner() => _file.CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        log.Transactions.Add(isolationLevel);
        return new AnsweringTransaction(this, _file.BeginTransaction(deferred: isolationLevel == IsolationLevel.Snapshot), isolationLevel);
    }

    protected override DbCommand CreateDbCommand() => new AnsweringCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A transaction of SQLite where one of SQL Server would be.</summary>
internal sealed class AnsweringTransaction(AnsweringConnection connection, SqliteTransaction inner, IsolationLevel isolationLevel) : DbTransaction
{
    public SqliteTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => isolationLevel;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => inner.Commit();

    public override void Rollback() => inner.Rollback();

    public override void Rollback(string savepointName) => inner.Rollback(savepointName);

    public override void Save(string savepointName) => inner.Save(savepointName);

    public override void Release(string savepointName) => inner.Release(savepointName);

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
