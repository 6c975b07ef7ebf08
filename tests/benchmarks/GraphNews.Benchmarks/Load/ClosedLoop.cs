using System.Diagnostics;
using HdrHistogram;

namespace GraphNews.Benchmarks;

/// <summary>Clients that each send the next request when they have the last answer whole, by plain sockets: little of the machine is theirs.</summary>
internal static class ClosedLoop
{
    /// <summary>Asks for a while.</summary>
    /// <param name="address">Whom.</param>
    /// <param name="requests">What each client sends, again and again.</param>
    /// <param name="time">For how long.</param>
    public static async Task<LoadResult> MeasureAsync(Uri address, IReadOnlyList<byte[]> requests, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(requests.Select(request => Task.Run(() => RunAsync(address, request, end.Token))));
        return new LoadResult(watch.Elapsed, Together(latencies));
    }

    /// <summary>One answer's body.</summary>
    public static async Task<byte[]> AskAsync(Uri address, byte[] request)
    {
        using var client = await HttpExchange.ConnectAsync(address);
        return (await client.AskAsync(request)).ToArray();
    }

    private static LongHistogram Together(LongHistogram[] parts)
    {
        var all = LoadResult.Microseconds();
        foreach (var part in parts) all.Add(part);
        return all;
    }

    private static async Task<LongHistogram> RunAsync(Uri address, byte[] request, CancellationToken end)
    {
        using var client = await HttpExchange.ConnectAsync(address);
        var latencies = LoadResult.Microseconds();
        while (!end.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            await client.AskAsync(request);
            latencies.RecordValue((long)Stopwatch.GetElapsedTime(asked).TotalMicroseconds);
        }

        return latencies;
    }
}
