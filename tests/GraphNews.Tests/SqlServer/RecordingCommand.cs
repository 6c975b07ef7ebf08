using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace GraphNews.Tests.SqlServer;

/// <summary>A command with parameters of SQL Server that is noted instead of run.</summary>
internal sealed class RecordingCommand(RecordingConnection connection) : DbCommand
{
    private readonly SqlCommand _command = new();

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

    public override int ExecuteNonQuery()
    {
        Note();
        return 1;
    }

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteReader();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        // Who expects one row asks for the first, or for two to see whether there are more.
        var ofOne = CommandText.StartsWith("SELECT TOP(1)", StringComparison.Ordinal) || CommandText.StartsWith("SELECT TOP(2)", StringComparison.Ordinal);
        var tables = Note().Select(columns => connection.Samples.Answer(columns, ofOne)).ToArray();
        return tables.Length > 0 ? new DataTableReader(tables) : new DataTable().CreateDataReader();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _command.Dispose();
        base.Dispose(disposing);
    }

    private IReadOnlyList<IReadOnlyList<(string? Name, TSqlType Type)>> Note()
    {
        var statement = LoggedStatement.Of(_command);
        connection.Log.Add(statement);
        try
        {
            return new TSqlChecker(connection.Schema, statement.Types).Check(statement.Text);
        }
        catch (TSqlMistakeException mistake)
        {
            throw new TSqlMistakeException($"{mistake.Message}\n{statement.Text}");
        }
    }
}
