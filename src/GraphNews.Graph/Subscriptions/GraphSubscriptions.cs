using System.Runtime.CompilerServices;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Subscriptions;

/// <summary>Finds out what writes mean to those who subscribed. One per process.</summary>
/// <param name="feed">Every write.</param>
/// <param name="changes">The newest version.</param>
/// <param name="options">Page sizes.</param>
public sealed class GraphSubscriptions(ChangeFeed feed, ChangeFollower changes, WalkOptions options)
{
    /// <summary>Whether a subscription tells of what is written from now on, so that all who ask the same may be told together.</summary>
    /// <param name="root">Its root field, as <see cref="IGraphEngine.OpenAsync"/> gave it.</param>
    public static bool IsLive(Selection root) => Of(root).Since(root.Arguments) is null;

    /// <summary>Begins to follow. What is written after this has returned is not missed.</summary>
    /// <param name="root">The root field, as <see cref="IGraphEngine.OpenAsync"/> gave it.</param>
    /// <param name="caller">Who subscribes.</param>
    /// <param name="cancel">Cancels the beginning.</param>
    /// <returns>The events, without end.</returns>
    /// <exception cref="Errors.GraphException">The caller may not have the field, or one of its arguments is wrong.</exception>
    public async Task<IAsyncEnumerable<GraphEvent>> BeginAsync(Selection root, Caller caller, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.RefusalOf(root.Field) is { } refusal) throw refusal;

        // What others wrote before this moment is not news.
        var now = await changes.RefreshAsync(cancel).ConfigureAwait(false);
        var reader = await feed.Log.OpenAsync(cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false)) await Of(root).CheckAsync(reader, root, options, cancel).ConfigureAwait(false);
        return FollowAsync(root, Of(root).Since(root.Arguments) ?? now, CancellationToken.None);
    }

    private static Subscription Of(Selection root) => ((SubscriptionField)root.Field).Subscription;

    private async IAsyncEnumerable<GraphEvent> FollowAsync(Selection root, long since, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var write in feed.ReadAsync(since, cancel).ConfigureAwait(false))
        {
            foreach (var happened in await Of(root).MatchAsync(write, root, feed.Log, options, cancel).ConfigureAwait(false)) yield return happened;
        }
    }
}
