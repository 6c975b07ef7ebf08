using System.Net;
using System.Net.Http.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Transports;
using Microsoft.AspNetCore.Http;

namespace GraphNews.Tests.Limits;

/// <summary>Nobody keeps a server busy alone.</summary>
public sealed class RateLimitTests
{
    private static readonly Caller Somebody = new("key:somebody", CallerRole.Reader);

    [Fact]
    public async Task Whoever_asks_for_too_much_is_told_when_to_ask_again_and_others_are_answered()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: ["--Limits:CostPerMinute=1000"]);
        var key = (await new ApiKeys(graph.Storage, TimeProvider.System).AddAsync("reader", CallerRole.Reader, null, default)).Shown;
        using var client = new HttpClient();
        var (first, _) = await AskAsync(Question(100), null);
        var (refused, retryAfter) = await AskAsync(Question(99), null);
        for (var i = 98; i > 50 && refused.Status == 200; i--) (refused, retryAfter) = await AskAsync(Question(i), null);

        Assert.Equal(200, first.Status);
        BadRequestTests.AssertRefused(refused, 429, "RATE_LIMITED");
        Assert.Contains("1000", refused.Text, StringComparison.Ordinal);
        Assert.InRange(retryAfter!.Value, 1, 60);
        Assert.Equal(200, (await AskAsync("{ graph { version } }", key)).Answer.Status);

        // What is kept costs nothing, whoever asks.
        Assert.Equal(200, (await AskAsync(Question(100), null)).Answer.Status);

        // Another size is another answer, so that none of them is a kept one.
        static string Question(int size) => $"{{ officials(first: {size}) {{ nodes {{ birthDate {{ text }} country {{ code }} }} }} }}";

        async Task<(Answer Answer, int? RetryAfter)> AskAsync(string query, string? bearer)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Address) { Content = JsonContent.Create(new { query }) };
            if (bearer is not null) request.Headers.Add("Authorization", $"Bearer {bearer}");
            using var response = await client.SendAsync(request);
            return (await Answer.ReadAsync(response), (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds);
        }
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void A_client_without_a_key_is_its_address_or_its_network_of_IPv6(string one, string other, bool same)
    {
        using var rate = Of(100, out var requests);

        Ask(one);
        if (same) Assert.Equal(ErrorCodes.RateLimited, Assert.Throws<RequestRefusedException>(() => Ask(other)).Code);
        else Ask(other);

        void Ask(string address)
        {
            requests.HttpContext = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
            rate.Charge(Caller.Anonymous, 100);
        }
    }

    [Fact]
    public void An_operation_that_costs_more_than_a_minute_takes_the_whole_minute()
    {
        using var rate = Of(100, out _);

        rate.Charge(Somebody, 20_000);

        Assert.Throws<RequestRefusedException>(() => rate.Charge(Somebody, 1));
    }

    [Fact]
    public void No_limit_is_no_limit()
    {
        using var rate = Of(0, out _);

        for (var i = 0; i < 1_000; i++) rate.Charge(Somebody, 1_000_000_000);
    }

    [Fact]
    public async Task Operations_wait_for_their_turn_and_are_refused_where_too_many_wait()
    {
        using var slots = new OperationSlots(new LimitsSettings { ConcurrentOperations = 1, WaitingOperations = 1 }, TimeProvider.System);
        var first = await slots.EnterAsync(default);
        var second = slots.EnterAsync(default).AsTask();

        var refused = await Assert.ThrowsAsync<RequestRefusedException>(() => slots.EnterAsync(default).AsTask());
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();

        Assert.Equal((503, ErrorCodes.ServerBusy), (refused.Status, refused.Code));
        Assert.NotNull(refused.RetryAfter);
        (await slots.EnterAsync(default)).Dispose();
    }

    [Fact]
    public async Task Nobody_waits_longer_than_an_operation_may_run()
    {
        using var slots = new OperationSlots(new LimitsSettings { ConcurrentOperations = 1, ExecutionTime = TimeSpan.FromMilliseconds(10) }, TimeProvider.System);
        using var first = await slots.EnterAsync(default);

        Assert.Equal(503, (await Assert.ThrowsAsync<RequestRefusedException>(() => slots.EnterAsync(default).AsTask())).Status);
    }

    private static RateLimit Of(int costPerMinute, out HttpContextAccessor requests)
    {
        requests = new HttpContextAccessor();
        return new RateLimit(new LimitsSettings { CostPerMinute = costPerMinute }, requests);
    }
}
