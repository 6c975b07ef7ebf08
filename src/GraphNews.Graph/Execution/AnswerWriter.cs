using System.Collections;
using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Execution;

/// <summary>Writes an answer without errors straight from its rows. What holds one is <see cref="AnswerCompletion"/>'s.</summary>
internal sealed class AnswerWriter(Utf8JsonWriter writer, IReadOnlyDictionary<string, Action<Utf8JsonWriter>> ofSchema)
{
    /// <summary>Whether no slot of the row, nor of what lies below, holds an error or a null that may not be there.</summary>
    public static bool IsWhole(Row row, SelectedFields selected)
    {
        foreach (var field in selected.Shown)
        {
            if (field.Field is { Type: var type } && !IsWhole(row[field.Slot], type, field.Children)) return false;
        }

        return true;
    }

    public void Write(Row row, SelectedFields selected)
    {
        writer.WriteStartObject();
        foreach (var field in selected.Shown)
        {
            writer.WritePropertyName(field.Name);
            if (field.Field is not null) Write(row[field.Slot], field.Children);
            else if (ofSchema.TryGetValue(field.ResponseName, out var told)) told(writer);
            else writer.WriteStringValue(selected.TypeName);
        }

        writer.WriteEndObject();
    }

    private static bool IsWhole(object? value, AnswerType type, SelectionSet? selected)
    {
        switch (value)
        {
            case null:
                return type.MayBeNull;
            case string:
                return true;
            case Row row:
                return IsWhole(row, selected!.Of(row.Type));
            case GraphException:
                return false;
            case IEnumerable items:
                foreach (var item in Listed(items))
                {
                    if (!IsWhole(item, type.Item!, selected)) return false;
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>Nearly every list is one already; items of others are boxed once.</summary>
    private static List<object?> Listed(IEnumerable items) => items as List<object?> ?? [.. items.Cast<object?>()];

    private void Write(object? value, SelectionSet? selected)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case Row row:
                Write(row, selected!.Of(row.Type));
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in Listed(items)) Write(item, selected);
                writer.WriteEndArray();
                break;
            default:
                LeafWriter.Write(writer, value);
                break;
        }
    }
}
