using System.Data.Common;
using System.Linq.Expressions;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Walk;

/// <summary>The text of a statement, translated once by EF Core, and how its values become parameters.</summary>
internal sealed class CompiledStatement
{
    private readonly List<(string Name, RelationalTypeMapping Mapping, int Value)> _parameters = [];
    private readonly string _text;
    private readonly int _columns;

    private CompiledStatement(string text, int columns)
    {
        _text = text;
        _columns = columns;
    }

    /// <summary>Translates a query of rows of columns.</summary>
    public static CompiledStatement Compile(StatementScope scope, Expression query, int columns)
    {
        var queryable = ((IQueryable)scope.Context.Nodes).Provider.CreateQuery<object[]>(query);
        using var command = queryable.CreateDbCommand();
        var statement = new CompiledStatement(command.CommandText, columns);
        foreach (DbParameter parameter in command.Parameters)
        {
            var number = StatementValues.NumberOf(parameter.ParameterName)
                ?? throw new InvalidOperationException($"The statement has a parameter {parameter.ParameterName} that is none of its values:\n{command.CommandText}");
            statement._parameters.Add((parameter.ParameterName, scope.Values.Mappings[number], number));
        }

        return statement;
    }

    /// <summary>Runs the statement and reads each row. EF Core does not see it, so that it is counted and traced here.</summary>
    public async Task<List<TRow>> ReadAsync<TRow>(
        GraphSnapshot snapshot, IReadOnlyList<object> values, Func<DbDataReader, TRow> read, CancellationToken cancel)
    {
        var span = StatementSpan.Begin(snapshot.Connection, _text);
        try
        {
            var rows = await RunAsync(snapshot, values, read, cancel).ConfigureAwait(false);
            snapshot.Context.Tally.Add(rows.Count);
            span?.End(rows.Count);
            return rows;
        }
        catch (Exception fault)
        {
            span?.Fail(fault);
            throw;
        }
    }

    private async Task<List<TRow>> RunAsync<TRow>(
        GraphSnapshot snapshot, IReadOnlyList<object> values, Func<DbDataReader, TRow> read, CancellationToken cancel)
    {
        if (snapshot.Commands is not { } kept)
        {
            var command = CommandFor(snapshot, values);
            await using (command.ConfigureAwait(false)) return await RunAsync(command, read, cancel).ConfigureAwait(false);
        }

        try
        {
            return await RunAsync(KeptFor(snapshot, kept, values), read, cancel).ConfigureAwait(false);
        }
        catch
        {
            kept.Drop(this);
            throw;
        }
    }

    private async Task<List<TRow>> RunAsync<TRow>(DbCommand command, Func<DbDataReader, TRow> read, CancellationToken cancel)
    {
        var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            // EF reads equal columns once; a count that differs would shift every ordinal.
            if (reader.FieldCount != _columns)
                throw new InvalidOperationException($"The statement reads {reader.FieldCount} columns, not {_columns}:\n{_text}");

            var rows = new List<TRow>();
            while (await reader.ReadAsync(cancel).ConfigureAwait(false)) rows.Add(read(reader));
            return rows;
        }
    }

    private DbCommand CommandFor(GraphSnapshot snapshot, IReadOnlyList<object> values)
    {
        var command = snapshot.Connection.CreateCommand();
        command.CommandText = _text;
        command.Transaction = snapshot.Transaction;
        foreach (var (name, mapping, value) in _parameters)
            command.Parameters.Add(mapping.CreateParameter(command, name, StatementValues.Given(values[value], mapping), nullable: false));
        return command;
    }

    /// <summary>The connection's command, which is prepared: only its values are new.</summary>
    private DbCommand KeptFor(GraphSnapshot snapshot, KeptCommands kept, IReadOnlyList<object> values)
    {
        if (kept.Find(this) is not { } command)
        {
            command = CommandFor(snapshot, values);
            kept.Keep(this, command);
            return command;
        }

        command.Transaction = snapshot.Transaction;
        for (var i = 0; i < _parameters.Count; i++)
        {
            var (_, mapping, value) = _parameters[i];
            command.Parameters[i].Value = StatementValues.Stored(values[value], mapping);
        }

        return command;
    }
}
