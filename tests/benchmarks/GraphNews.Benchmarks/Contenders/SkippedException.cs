namespace GraphNews.Benchmarks;

/// <summary>A contender cannot be measured on this machine; the message says why.</summary>
internal sealed class SkippedException(string reason) : Exception(reason);
