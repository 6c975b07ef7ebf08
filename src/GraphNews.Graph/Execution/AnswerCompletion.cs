using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;
using GraphQLParser;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Execution;

/// <summary>
/// Completes an answer that holds errors: each leaves a null, which spreads from a non-null field to what holds it. Of the
/// errors behind one null the one at the deepest place is told: a page of a hundred rows that all fail alike says so
/// once. Source: GraphQL specification, "Handling Field Errors".
/// </summary>
internal sealed class AnswerCompletion(GoodOperation operation, ILogger logger)
{
    private readonly List<GraphError> _errors = [];
    private readonly List<object> _path = [];

    public IReadOnlyList<GraphError> Errors => _errors;

    /// <summary>What remains of the answer.</summary>
    public JsonNode? Complete(Row answer, SelectedFields selected)
    {
        var told = _errors.Count;
        if (TryComplete(answer, selected, out var data)) return data;
        KeepDeepest(told);
        return null;
    }

    /// <summary>False where a null spreads further.</summary>
    private bool TryComplete(Row row, SelectedFields selected, out JsonNode? completed)
    {
        var (fields, isWhole) = (new JsonObject(), true);
        completed = fields;
        foreach (var field in selected.Shown)
        {
            _path.Add(field.ResponseName);
            if (field.Field is null)
            {
                fields.Add(field.ResponseName, OfSchema(field.ResponseName, selected));
            }
            else
            {
                isWhole &= TryComplete(row[field.Slot], field.Field.Type, field, out var value);
                fields.Add(field.ResponseName, value);
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return isWhole;
    }

    private bool TryComplete(object? value, AnswerType type, SlotField field, out JsonNode? completed)
    {
        var told = _errors.Count;
        if (TryCompleteValue(value, type, field, out completed)) return true;

        completed = null;
        if (!type.MayBeNull) return false;
        KeepDeepest(told);
        return true;
    }

    /// <summary>False where there is no value for a reason that is told among the errors.</summary>
    private bool TryCompleteValue(object? value, AnswerType type, SlotField field, out JsonNode? completed)
    {
        completed = null;
        switch (value)
        {
            case null when type.MayBeNull:
                return true;
            case null:
                FieldFault.Log(logger, field.Field!.Name, new InvalidOperationException($"The field is null at {string.Join('/', _path)}, which its type does not allow."));
                _errors.Add(Error(ErrorCodes.Internal, FieldFault.Message(), field));
                return false;
            case GraphException refusal:
                _errors.Add(Error(refusal.Code, refusal.Message, field));
                return false;
            case Row row:
                return TryComplete(row, field.Children!.Of(row.Type), out completed);
            case IEnumerable items and not string:
                return TryComplete(items, type.Item!, field, out completed);
            default:
                completed = JsonSerializer.SerializeToNode(value);
                return true;
        }
    }

    private bool TryComplete(IEnumerable items, AnswerType type, SlotField field, out JsonNode? completed)
    {
        var (array, isWhole, index) = (new JsonArray(), true, 0);
        completed = array;
        foreach (var item in items)
        {
            _path.Add(index++);
            isWhole &= TryComplete(item, type, field, out var value);
            array.Add(value);
            _path.RemoveAt(_path.Count - 1);
        }

        return isWhole;
    }

    private JsonNode? OfSchema(string responseName, SelectedFields selected)
    {
        if (!operation.OfSchema.TryGetValue(responseName, out var told)) return JsonValue.Create(selected.Type.Name);

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer)) told(writer);
        return JsonNode.Parse(buffer.ToArray());
    }

    private void KeepDeepest(int told)
    {
        var behind = _errors.GetRange(told, _errors.Count - told);
        _errors.RemoveRange(told, behind.Count);
        if (behind.MaxBy(error => error.Path!.Count) is { } deepest) _errors.Add(deepest);
    }

    private GraphError Error(string code, string message, SlotField field)
    {
        var place = field.Start < 0 ? (Location?)null : Location.FromLinearPosition(operation.Document, field.Start);
        return new GraphError(message, code, place is { } known ? [new GraphErrorLocation(known.Line, known.Column)] : [], [.. _path]);
    }
}
