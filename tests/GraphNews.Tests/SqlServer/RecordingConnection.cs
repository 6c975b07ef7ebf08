using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// Stands where the connection to SQL Server would: notes each statement, follows its names and types, and answers with
/// rows of the types that the statement has, so that whoever asked goes on to its next statement.
/// </summary>
/// <param name="schema">The tables.</param>
/// <param name="log">What is asked.</param>
/// <param name="samples">What is answered.</param>
internal sealed class RecordingConnection(MigratedSchema schema, StatementLog log, SampleRows samples) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    public MigratedSchema Schema => schema;

    public StatementLog Log => log;

    public SampleRows Samples => samples;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=nowhere;Database=nothing";

    public override string Database => "nothing";

    public override string DataSource => "nowhere";

    public override string ServerVersion => "16.00";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open() => _state = ConnectionState.Open;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
    {
        log.Transactions.Add(isolationLevel);
        return new RecordingTransaction(this, isolationLevel);
    }

    protected override DbCommand CreateDbCommand() => new RecordingCommand(this);

    private sealed class RecordingTransaction(RecordingConnection connection, IsolationLevel isolationLevel) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolationLevel;

        public override bool SupportsSavepoints => true;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }

        public override void Save(string savepointName)
        {
        }

        public override void Release(string savepointName)
        {
        }
    }
}
