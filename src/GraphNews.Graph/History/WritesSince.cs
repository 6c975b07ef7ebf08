using GraphNews.Graph.Errors;
using GraphNews.Graph.Subscriptions;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.History;

/// <summary>Every write after a version, each whole and once: a client goes on after the last one that it has seen.</summary>
internal sealed class WritesSince : Subscription
{
    public override long? Since(IReadOnlyDictionary<string, object?> arguments) => (long)arguments["since"]!;

    public override async Task CheckAsync(GraphReader reader, Selection root, WalkOptions options, CancellationToken cancel)
    {
        ListRequest.Count(root.Arguments, "first", options);
        var stands = await GraphVersion.ReadAsync(reader, cancel).ConfigureAwait(false);
        if (Since(root.Arguments) > stands)
        {
            throw new GraphException(
                ErrorCodes.BadArguments, $"since is {Since(root.Arguments)}, and the graph stands at version {stands}: it was restored, or is another. Begin anew.");
        }
    }

    public override Task<IReadOnlyList<GraphEvent>> MatchAsync(LoggedWrite write, Selection root, WriteLog log, WalkOptions options, CancellationToken cancel)
    {
        var kinds = ChangedNodes.KindsOf(root.Arguments);
        IReadOnlyList<LoggedNode> nodes = kinds is null ? write.Nodes : [.. write.Nodes.Where(node => kinds.Contains(node.Kind))];
        return Task.FromResult<IReadOnlyList<GraphEvent>>(kinds is not null && nodes.Count == 0 ? [] : [new Written(write, nodes, root.Arguments)]);
    }

    private sealed class Written(LoggedWrite write, IReadOnlyList<LoggedNode> nodes, IReadOnlyDictionary<string, object?> arguments) : PlainEvent(write.Version)
    {
        protected override async ValueTask<object> TellAsync(
            IReadOnlyList<Selection> selected, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel)
        {
            var first = ListRequest.Count(arguments, "first", options) ?? options.DefaultPageSize;
            var shown = selected.Any(field => field.Field.Name == "changes") ? nodes.Take(first).ToList() : [];
            return new Write
            {
                Version = write.Version,
                At = ColumnReader.IsoInstant(write.At),
                Actor = write.Actor,
                Reason = write.Reason,
                ChangedCount = nodes.Count,
                Changes = shown.Count == 0 ? [] : await ChangesAsync(shown, open, cancel).ConfigureAwait(false),
            };
        }

        private async ValueTask<IReadOnlyList<NodeChange>> ChangesAsync(List<LoggedNode> shown, Func<CancellationToken, Task<GraphReader>> open, CancellationToken cancel)
        {
            if (write.Changes is not { } known)
            {
                return await ChangeQueries.ReadAsync(
                    await open(cancel).ConfigureAwait(false), shown.ConvertAll(node => (write.Version, node.Id)), withSources: true, cancel).ConfigureAwait(false);
            }

            var ids = shown.Select(node => node.Id).ToHashSet();
            return [.. known.Where(change => ids.Contains(change.Node.Id))];
        }
    }
}
