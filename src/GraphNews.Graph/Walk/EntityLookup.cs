using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>Finds the entity of a singular field by the one key that is given.</summary>
internal static class EntityLookup
{
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: none or several keys; <c>INVALID_ID</c>: no id of the type.</exception>
    public static async Task<Found> FindAsync(GraphReader reader, LookupField field, Selection root, CancellationToken cancel)
    {
        var given = root.Arguments.Where(argument => argument.Value is not null).ToList();
        if (given.Count != 1)
        {
            var keys = string.Join(", ", field.Definition.Arguments!.Select(argument => argument.Name.StringValue));
            throw new GraphException(ErrorCodes.BadArguments, $"{field.Name} takes exactly one of {keys}; {given.Count} were given.");
        }

        var (name, value) = (given[0].Key, (string)given[0].Value!);
        var (plan, rows) = name switch
        {
            "slug" => await RowsByKey.OfSlugAsync(reader, field.Target, value, root.Children!, cancel).ConfigureAwait(false),
            "id" => await RowsByKey.OfIdsAsync(reader, field.Target, [KeyOf(value, field.Target)], root.Children!, cancel).ConfigureAwait(false),
            _ => await RowsByKey.OfColumnAsync(reader, field.Target, name, field.Lookup.OtherKeys[name], value, root.Children!, cancel).ConfigureAwait(false),
        };
        return new Found(plan, root.Children!, [.. rows.Values]);
    }

    private static long KeyOf(string id, ObjectBinding type)
        => NodeId.TryDecode(id, out var kind, out var key) && kind == type.Kind
            ? key
            : throw new GraphException(ErrorCodes.InvalidId, $"\"{NodeLookupIds.Shown(id)}\" is no id of the type {type.Name}. Take ids from the field id.");
}

/// <summary>The ids in the arguments of <c>node</c> and <c>nodes</c>.</summary>
internal static class NodeLookupIds
{
    /// <exception cref="GraphException"><c>INVALID_ID</c>: it is none; <c>BAD_ARGUMENTS</c>: too many.</exception>
    public static IReadOnlyList<NodeKey> Of(NodeLookupField field, Selection root, WalkOptions options)
        => Of(root.Arguments[field.Lookup.Argument] is IReadOnlyList<object?> list ? list : [root.Arguments[field.Lookup.Argument]], options);

    /// <summary>The nodes of an argument <c>ids</c>; null if it was not given.</summary>
    /// <exception cref="GraphException"><c>INVALID_ID</c>: one is none; <c>BAD_ARGUMENTS</c>: too many.</exception>
    public static IReadOnlyList<NodeKey>? Among(IReadOnlyDictionary<string, object?> arguments, WalkOptions options)
        => arguments.GetValueOrDefault("ids") is IReadOnlyList<object?> ids ? Of(ids, options) : null;

    private static IReadOnlyList<NodeKey> Of(IReadOnlyList<object?> ids, WalkOptions options)
    {
        if (ids.Count > options.MaxPageSize)
            throw new GraphException(ErrorCodes.BadArguments, $"{ids.Count} ids were given; at most {options.MaxPageSize} are answered at once.");

        return [.. ids.Select(id => KeyOf((string)id!))];
    }

    /// <summary>As much of an id as a message shows.</summary>
    public static string Shown(string id) => id.Length > 40 ? id[..40] + "…" : id;

    private static NodeKey KeyOf(string id)
        => NodeId.TryDecode(id, out var kind, out var key)
            ? new NodeKey(kind.Value, key)
            : throw new GraphException(ErrorCodes.InvalidId, $"\"{Shown(id)}\" is no id. Take ids from the field id.");
}
