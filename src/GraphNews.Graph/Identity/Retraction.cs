using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Identity;

/// <summary>Takes nodes out of answers, and back in. What hangs on them follows.</summary>
internal sealed class Retraction(GraphEdit edit)
{
    public async Task RetractAsync(long nodeId, CancellationToken cancel)
    {
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var node = await edit.NodeAsync(nodeId, cancel).ConfigureAwait(false);
        if (node.RetractedVersion is { } version)
            throw new GraphException(ErrorCodes.Retracted, $"{node.Kind} {nodeId} has been retracted since version {version}.");
        if (node.CanonicalId != nodeId)
            throw new GraphException(ErrorCodes.AlreadyMerged, $"{node.Kind} {nodeId} is merged into {node.CanonicalId}. Retract that, or undo the merge first.");
        node.RetractedVersion = edit.Version;
        await edit.SaveAsync(cancel).ConfigureAwait(false);
    }

    public async Task RestoreAsync(long nodeId, CancellationToken cancel)
    {
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var node = await edit.NodeAsync(nodeId, cancel).ConfigureAwait(false);
        if (node.RetractedVersion is null) throw new GraphException(ErrorCodes.NotRetracted, $"{node.Kind} {nodeId} is not retracted.");
        node.RetractedVersion = null;
        await edit.SaveAsync(cancel).ConfigureAwait(false);
    }
}
