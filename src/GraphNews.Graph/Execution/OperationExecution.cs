using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Execution;

/// <summary>
/// Executes an operation that an engine has found good: its root fields ask the walk, one after another, and the answer
/// is written from their rows. Source: GraphQL specification, "Executing Operations".
/// </summary>
public sealed class OperationExecution
{
    private readonly GraphOperation _operation;
    private readonly GoodOperation _good;
    private readonly ILogger _logger;

    /// <param name="operation">What root fields ask.</param>
    /// <param name="good">What is executed.</param>
    /// <param name="logger">Keeps the faults of the server.</param>
    public OperationExecution(GraphOperation operation, GoodOperation good, ILogger logger)
        => (_operation, _good, _logger) = (operation, good, logger);

    /// <summary>Executes it.</summary>
    public async Task<GraphResponse> RunAsync(CancellationToken cancel)
    {
        var selected = _good.Selected.Of(_good.Root);
        var answer = new Row(new RowShape(_good.Root, selected.Selections), 0);
        for (var slot = 0; slot < selected.Selections.Count; slot++)
            answer[slot] = await ResolveAsync(selected.Selections[slot], cancel).ConfigureAwait(false);

        cancel.ThrowIfCancellationRequested();
        if (AnswerWriter.IsWhole(answer, selected)) return Respond([], writer => new AnswerWriter(writer, _good.OfSchema).Write(answer, selected));

        var completed = new AnswerCompletion(_good, _logger);
        var data = completed.Complete(answer, selected);
        return Respond(completed.Errors, writer => Write(writer, data));
    }

    private async Task<object?> ResolveAsync(Selection root, CancellationToken cancel)
    {
        try
        {
            return await _operation.ResolveAsync(root, cancel).ConfigureAwait(false);
        }
        catch (GraphException refusal)
        {
            return refusal;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            FieldFault.Log(_logger, root.Field.Name, fault);
            return new GraphException(ErrorCodes.Internal, FieldFault.Message(), fault);
        }
    }

    private static void Write(Utf8JsonWriter writer, System.Text.Json.Nodes.JsonNode? data)
    {
        if (data is null) writer.WriteNullValue();
        else data.WriteTo(writer);
    }

    private GraphResponse Respond(IReadOnlyList<GraphError> errors, Action<Utf8JsonWriter> write) => new()
    {
        Executed = true,
        Errors = errors,
        WriteData = write,
        Version = _operation.Version,
        SearchVersion = _operation.SearchVersion,
        Statements = _operation.Statements,
        Rows = _operation.Rows,
    };
}
