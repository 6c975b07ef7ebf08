using System.Collections.Concurrent;
using System.Diagnostics;
using GraphNews.Tests.Starting;

namespace GraphNews.Tests.PostgreSql;

/// <summary>
/// Two servers on one database, written to over both while others read and listen on both. <c>GRAPHNEWS_LONG=1</c> writes 5,000 times
/// and holds the lag to its promise; otherwise it is short, and holds it to nothing that a busy machine cannot keep.
/// </summary>
[Collection(ServerProcessTests.Name)]
public sealed class TwoServerTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1";

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestTest = TimeSpan.FromMinutes(30);

    [PostgreSqlFact]
    public async Task What_either_writes_both_show_in_one_order_and_nothing_is_lost_when_the_database_breaks_down()
    {
        var writes = IsLong ? 5_000 : 120;
        await using var pair = await ServerPair.StartAsync("--Limits:ExecutionTime=00:01:00");
        var begun = (await pair.AskAsync(pair.Servers[0], "{ graph { version } }")).Version;
        using var written = new CancellationTokenSource();
        var readers = pair.Servers.Select(server => new ChangeReader(pair, server, begun)).ToList();
        var following = readers.Select(reader => reader.FollowAsync(written.Token)).ToList();
        var last = new TaskCompletionSource<long>();
        using var patience = new CancellationTokenSource(LongestTest);
        var subscribers = pair.Servers.Select(server => new ChangeSubscriber(pair, server, begun)).ToList();
        var listening = subscribers.Select(subscriber => subscriber.FollowAsync(last.Task, patience.Token)).ToList();

        var acknowledged = new ConcurrentDictionary<string, long>();
        var (lags, codes, next) = (new ConcurrentBag<double>(), new ConcurrentDictionary<string, int>(), 0);
        var broken = Task.CompletedTask;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var number = Interlocked.Increment(ref next); number <= writes; number = Interlocked.Increment(ref next))
            {
                if (number == writes / 2) broken = BreakDownAsync(pair.Cluster);
                var (here, there) = (pair.Servers[(number + writer) % 2], pair.Servers[(number + writer + 1) % 2]);
                acknowledged[$"topic-{number}"] = await WriteAsync(pair, here, number, codes);
                if (number % 10 == 0 && broken.IsCompleted) lags.Add(await LagAsync(pair, there, acknowledged[$"topic-{number}"]));
            }
        }));
        await broken;
        await written.CancelAsync();
        await Task.WhenAll(following);
        last.SetResult(begun + writes);
        await Task.WhenAll(listening);

        // Nothing lost, nothing twice, nothing reordered, no hole; on both alike.
        var expected = acknowledged.Select(write => (Version: write.Value, Slug: write.Key)).Order().ToList();
        Assert.Equal(writes, expected.Count);
        Assert.Equal(Enumerable.Range(1, writes).Select(number => begun + number), expected.Select(write => write.Version));
        Assert.All(readers, reader => Assert.Equal(expected, reader.Seen));
        Assert.All(subscribers, subscriber => Assert.Equal(expected.Select(write => write.Version), subscriber.Seen));
        Assert.Subset(new HashSet<string> { "DATABASE_UNAVAILABLE" }, codes.Keys.ToHashSet());
        Assert.NotEmpty(codes);
        var slowest = lags.Order().ElementAt((int)(lags.Count * 0.99));
        Assert.True(slowest < (IsLong ? 1_000 : LongestAnswer.TotalMilliseconds), $"The lag was {slowest:0} ms at the 99th percentile.");
        Console.WriteLine($"Two servers, {writes} writes: lag {lags.Order().ElementAt(lags.Count / 2):0} ms in the middle, {slowest:0} ms at the 99th percentile; {codes.Values.Sum()} answers asked again.");
    }

    /// <summary>Stops the database in the middle of everything, and starts it a little later.</summary>
    private static async Task BreakDownAsync(PostgreSqlCluster cluster)
    {
        await cluster.StopAsync("immediate");

        // Longer than a server tries again by itself: somebody has to be told.
        await Task.Delay(TimeSpan.FromSeconds(8));
        await cluster.StartAsync();
    }

    /// <summary>Writes one topic, again and again until it is acknowledged; gives its version.</summary>
    private static async Task<long> WriteAsync(ServerPair pair, ServerProcess server, int number, ConcurrentDictionary<string, int> codes)
    {
        while (true)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await pair.AskAsync(
                server,
                "mutation ($slug: String!, $name: String!) { addTopic(input: { slug: $slug, names: [{ value: $name, language: \"en\" }], idempotencyKey: $slug }) { version topic { slug } errors { ... on Error { message } } } }",
                new { slug = $"topic-{number}", name = $"Matter {number}" });
            Assert.True(Stopwatch.GetElapsedTime(asked) < LongestAnswer, "A client was left waiting.");
            if (answer.Code is not { } code)
            {
                Assert.Equal($"topic-{number}", answer.Data.GetProperty("addTopic").GetProperty("topic").GetProperty("slug").GetString());
                return answer.Data.GetProperty("addTopic").GetProperty("version").GetInt64();
            }

            codes.AddOrUpdate(code, 1, (_, count) => count + 1);
            Assert.Equal((503, TimeSpan.FromSeconds(1)), (answer.Status, answer.RetryAfter));
            await Task.Delay(answer.RetryAfter!.Value);
        }
    }

    /// <summary>How many milliseconds after a write was acknowledged the other server's search shows it.</summary>
    private static async Task<double> LagAsync(ServerPair pair, ServerProcess server, long version)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(5))
        {
            var answer = await pair.AskAsync(server, "{ search(text: \"matter\", first: 1) { nodes { node { slug } } } }", minVersion: version);
            if (answer.Code is "SEARCH_NOT_READY" or "DATABASE_UNAVAILABLE") continue;

            Assert.True(answer.Version >= version);
            if (answer.SearchVersion >= version) return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            Assert.True(Stopwatch.GetElapsedTime(began) < LongestAnswer, "The other server does not follow.");
        }
    }
}
