using System.Collections;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Walk;

/// <summary>Root fields that a method answers with plain objects, turned into rows.</summary>
internal static class PlainValues
{
    public static async Task<object?> ResolveAsync(GraphReader reader, MethodField field, Selection root, CancellationToken cancel)
    {
        object?[] given = [.. field.Method.GetParameters().Select(parameter => Given(parameter.ParameterType))];
        var answering = (Task)field.Method.Invoke(null, System.Reflection.BindingFlags.DoNotWrapExceptions, null, given, null)!;
        await answering.ConfigureAwait(false);
        return Shown(answering.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(answering), field.Target, root.Children!);

        object? Given(Type type)
        {
            if (type == typeof(GraphReader)) return reader;
            if (type == typeof(Selection)) return root;
            return type == typeof(CancellationToken)
                ? cancel
                : throw new InvalidOperationException($"{field.Method} has a parameter of {type}, which no root field is given.");
        }
    }

    /// <summary>A plain value, or a list of them, as rows with what is selected.</summary>
    public static object? Shown(object? value, ObjectBinding type, SelectionSet selected)
    {
        if (value is null) return null;
        if (value is IEnumerable values and not string) return values.Cast<object?>().Select(item => Shown(item, type, selected)).ToList();

        var selections = selected.For(type);
        var row = new Row(new RowShape(type, selections), 0);
        for (var slot = 0; slot < selections.Count; slot++)
        {
            var part = (PartField)selections[slot].Field;
            var read = part.Property!.GetValue(value);
            row[slot] = part.Target is { } target ? Shown(read, target, selections[slot].Children!) : Leaf(read);
        }

        return row;
    }

    /// <summary>A scalar or enum as answers hold it.</summary>
    public static object? Leaf(object? value) => value is Enum member ? EnumNames.Of(member) : value;
}
