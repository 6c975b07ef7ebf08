using System.Text.Json;
using System.Threading.Channels;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Subscriptions;

/// <summary>Follows a subscription in the background and keeps what it is told.</summary>
internal sealed class Subscriber : IAsyncDisposable
{
    /// <summary>The machine may be busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<JsonElement> _told = Channel.CreateUnbounded<JsonElement>();
    private readonly CancellationTokenSource _cancel = new();
    private Task _following = Task.CompletedTask;

    /// <summary>Subscribes, and waits until what is written from now on is told.</summary>
    public static async Task<Subscriber> StartAsync(GraphAnswers answers, string query, object? variables = null)
    {
        var subscriber = new Subscriber();
        var before = answers.Feed.Followers;
        subscriber._following = Task.Run(() => subscriber.FollowAsync(answers.SubscribeAsync(query, variables, subscriber._cancel.Token)));
        for (var waited = TimeSpan.Zero; answers.Feed.Followers <= before && !subscriber._following.IsCompleted; waited += TimeSpan.FromMilliseconds(5))
        {
            Assert.True(waited < Patience, "Nobody follows.");
            await Task.Delay(5);
        }

        return subscriber;
    }

    /// <summary>The next answers.</summary>
    public async Task<IReadOnlyList<JsonElement>> TakeAsync(int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var taken = new List<JsonElement>();
        while (taken.Count < count)
        {
            Assert.True(await _told.Reader.WaitToReadAsync(patience.Token), "The subscription has ended.");
            while (taken.Count < count && _told.Reader.TryRead(out var answer)) taken.Add(answer);
        }

        return taken;
    }

    /// <summary>The next answer's data.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var answer = (await TakeAsync(1))[0];
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        await _cancel.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _cancel.Dispose();
    }

    private async Task FollowAsync(IAsyncEnumerable<JsonElement> answers)
    {
        try
        {
            await foreach (var answer in answers) await _told.Writer.WriteAsync(answer);
            _told.Writer.Complete();
        }
        catch (Exception fault)
        {
            _told.Writer.Complete(fault);
        }
    }
}
