using HdrHistogram;

namespace GraphNews.Benchmarks;

/// <summary>What a load was answered with.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Latencies">How long each answer took, in microseconds.</param>
internal sealed record LoadResult(TimeSpan Time, LongHistogram Latencies)
{
    /// <summary>How many requests were answered.</summary>
    public long Requests => Latencies.TotalCount;

    /// <summary>An empty histogram of up to a minute, exact to three digits.</summary>
    public static LongHistogram Microseconds() => new(TimeSpan.MicrosecondsPerMinute, 3);
}
