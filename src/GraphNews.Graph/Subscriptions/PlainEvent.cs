using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Subscriptions;

/// <summary>An event that shows what the log tells. Where no node is selected, the graph is not asked at all.</summary>
internal abstract class PlainEvent(long version) : GraphEvent(version)
{
    internal sealed override async Task<object?> ShowAsync(Selection root, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel)
    {
        var target = ((SubscriptionField)root.Field).Target;
        var value = await TellAsync(root.Children!.For(target), open, options, cancel).ConfigureAwait(false);
        var rows = new PlainRows(options);
        var shown = rows.Show(value, target, root.Children);
        if (rows.References.Count > 0) await new GraphWalk(await open(cancel).ConfigureAwait(false), options).FillAsync(rows, cancel).ConfigureAwait(false);
        return shown;
    }

    /// <summary>What is shown, as a plain object.</summary>
    protected abstract ValueTask<object> TellAsync(
        IReadOnlyList<Selection> selected, Func<CancellationToken, Task<GraphReader>> open, WalkOptions options, CancellationToken cancel);
}
