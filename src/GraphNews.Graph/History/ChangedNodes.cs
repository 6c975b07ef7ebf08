using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.History;

/// <summary>What writes do to nodes, told node by node; of some nodes, of some kinds, or of all.</summary>
internal sealed class ChangedNodes : Subscription
{
    public override Task CheckAsync(GraphReader reader, Selection root, WalkOptions options, CancellationToken cancel)
    {
        NodeLookupIds.Among(root.Arguments, options);
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyList<GraphEvent>> MatchAsync(LoggedWrite write, Selection root, WriteLog log, WalkOptions options, CancellationToken cancel)
    {
        var ids = NodeLookupIds.Among(root.Arguments, options)?.Select(key => key.Id).ToHashSet();
        var kinds = KindsOf(root.Arguments);
        return Task.FromResult<IReadOnlyList<GraphEvent>>(
            [.. write.Nodes.Where(node => ids?.Contains(node.Id) != false && kinds?.Contains(node.Kind) != false).Select(node => new Changed(write, node))]);
    }

    /// <summary>The kinds that are asked for; null for all.</summary>
    public static IReadOnlySet<NodeKind>? KindsOf(IReadOnlyDictionary<string, object?> arguments)
        => arguments.GetValueOrDefault("kinds") is IReadOnlyList<object?> given ? given.Cast<string>().Select(EnumNames.Parse<NodeKind>).ToHashSet() : null;

    private sealed class Changed(LoggedWrite write, LoggedNode node) : PlainEvent(write.Version)
    {
        protected override async ValueTask<object> TellAsync(
            IReadOnlyList<Selection> selected, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel)
            => write.Changes?.First(change => change.Node.Id == node.Id)
                ?? (await ChangeQueries.ReadAsync(await open(cancel).ConfigureAwait(false), [(write.Version, node.Id)], withSources: true, cancel).ConfigureAwait(false))[0];
    }
}
