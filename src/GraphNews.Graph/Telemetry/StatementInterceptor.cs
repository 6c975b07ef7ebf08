using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GraphNews.Graph.Telemetry;

/// <summary>Counts and traces the statements that EF Core runs; those that the walk runs itself tell it themselves.</summary>
internal sealed class StatementInterceptor : DbCommandInterceptor
{
    public static StatementInterceptor Instance { get; } = new();

    /// <summary>All rows are read by now: their number is known.</summary>
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Note(command, eventData, eventData.StartTime, eventData.Duration, eventData.ReadCount);
        return result;
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Note(command, eventData, eventData.StartTime, eventData.Duration, result);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(NonQueryExecuted(command, eventData, result));

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Note(command, eventData, eventData.StartTime, eventData.Duration, 1);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(ScalarExecuted(command, eventData, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
        => StatementSpan.Record(command.Connection!, command.CommandText, eventData.StartTime, eventData.Duration, 0, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    private static void Note(DbCommand command, DbContextEventData told, DateTimeOffset began, TimeSpan took, int rows)
    {
        (told.Context as GraphDbContext)?.Tally.Add(Math.Max(rows, 0));
        StatementSpan.Record(command.Connection!, command.CommandText, began, took, Math.Max(rows, 0));
    }
}
