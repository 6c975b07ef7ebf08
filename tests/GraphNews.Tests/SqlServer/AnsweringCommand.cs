using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.SqlServer;

/// <summary>A command with parameters of SQL Server that is noted, checked, and answered by SQLite.</summary>
internal sealed class AnsweringCommand(AnsweringConnection connection) : DbCommand
{
    private readonly SqlCommand _command = new();
    private readonly SqliteCommand _inner = connection.CreateInner();

    [AllowNull]
    public override string CommandText
    {
        get => _command.CommandText;
        set => _command.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => _command.CommandTimeout;
        set => _command.CommandTimeout = value;
    }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _command.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => Translated().ExecuteNonQuery();

    public override object? ExecuteScalar() => Translated().ExecuteScalar();

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Translated().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _command.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Translated()
    {
        Note();
#pragma warning disable CA2100 // What EF Core writes.
        _inner.CommandText = SqliteText.Of(CommandText);
#pragma warning restore CA2100
        _inner.Transaction = (DbTransaction as AnsweringTransaction)?.Inner;
        _inner.Parameters.Clear();
        foreach (SqlParameter parameter in _command.Parameters)
            _inner.Parameters.AddWithValue(parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : $"@{parameter.ParameterName}", parameter.Value ?? DBNull.Value);
        return _inner;
    }

    private void Note()
    {
        // What tests themselves ask to compare tables.
        if (CommandText.StartsWith("SELECT * FROM \"", StringComparison.Ordinal)) return;
        var statement = LoggedStatement.Of(_command);
        if (!connection.Log.Add(statement)) return;
        try
        {
            new TSqlChecker(MigratedSchema.Current, statement.Types).Check(statement.Text);
        }
        catch (TSqlMistakeException mistake)
        {
            throw new TSqlMistakeException($"{mistake.Message}\n{statement.Text}");
        }
    }
}
