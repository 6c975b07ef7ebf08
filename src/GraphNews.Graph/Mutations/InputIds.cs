using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Mutations;

/// <summary>Reads ids of inputs.</summary>
internal static class InputIds
{
    /// <summary>The kind and key of an id.</summary>
    /// <param name="id">The opaque id.</param>
    /// <param name="kind">What it has to be of; null if of any kind.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="InputException"><c>INVALID_ID</c>.</exception>
    public static NodeKey Decode(string id, NodeKind? kind, IReadOnlyList<string> path)
    {
        if (!NodeId.TryDecode(id, out var found, out var key))
            throw InputException.Value(ErrorCodes.InvalidId, $"\"{id}\" is not an id that GraphNews gives. Take ids from answers as they are.", path);
        if (kind is not null && found != kind)
            throw InputException.Value(ErrorCodes.InvalidId, $"The id is of kind {found}; one of kind {kind} is wanted.", path);
        return new NodeKey(found.Value, key);
    }
}
