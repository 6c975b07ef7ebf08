using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Mutations;

/// <summary>One mutation while it writes.</summary>
/// <param name="Edit">What it writes with.</param>
/// <param name="Input">What the client sent, by the names of the input's fields; what was left out is absent.</param>
/// <param name="Actor">Who writes.</param>
internal sealed record MutationEdit(GraphEdit Edit, IReadOnlyDictionary<string, object?> Input, string Actor)
{
    /// <summary>The name of the argument, with which every path begins.</summary>
    public const string Root = "input";

    /// <summary>The node that an id of the input names, or what stands for it; tracked.</summary>
    /// <param name="kind">What it has to be; null if anything.</param>
    /// <param name="field">The input's field.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <exception cref="InputException">The id is none, or of another kind, or leads to no node.</exception>
    public async Task<Node> NodeAsync(NodeKind? kind, string field, CancellationToken cancel)
        => await CanonicalAsync(await NamedAsync(kind, field, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    /// <summary>The very node that an id of the input names, also if another stands for it; tracked.</summary>
    /// <inheritdoc cref="NodeAsync"/>
    public async Task<Node> NamedAsync(NodeKind? kind, string field, CancellationToken cancel)
    {
        var key = InputIds.Decode((string)Input[field]!, kind, [Root, field]);
        var node = await Edit.Context.Nodes.FindAsync([key.Id], cancel).ConfigureAwait(false);
        return node is not null && node.Kind == key.Kind
            ? node
            : throw InputException.Reference(ErrorCodes.UnknownNode, $"There is no {key.Kind} with this id.", [Root, field]);
    }

    /// <summary>What stands for a node; tracked.</summary>
    public async Task<Node> CanonicalAsync(Node node, CancellationToken cancel)
        => node.CanonicalId == node.Id ? node : await Edit.NodeAsync(node.CanonicalId, cancel).ConfigureAwait(false);

    /// <exception cref="StaleVersionException">Somebody changed the node since the version that the input expects.</exception>
    public void RequireFresh(Node node)
    {
        if (Input.GetValueOrDefault("expectedVersion") is { } expected && node.UpdatedVersion > Convert.ToInt64(expected, System.Globalization.CultureInfo.InvariantCulture))
            throw new StaleVersionException(node);
    }

    /// <exception cref="GraphException">The node is retracted.</exception>
    public static void RequireStanding(Node node)
    {
        if (node.RetractedVersion is { } version)
            throw new GraphException(ErrorCodes.Retracted, $"The {node.Kind} was retracted in version {version}. Restore it first.");
    }
}
