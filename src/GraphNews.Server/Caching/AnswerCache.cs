using System.Collections.Concurrent;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Telemetry;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Caching.Memory;

namespace GraphNews.Server.Caching;

/// <summary>
/// Keeps the answers to queries while the graph stands at their version, within a bound of memory, and has what several
/// ask at the same time computed once. With a new version all of them are forgotten: any write may change any answer.
/// </summary>
internal sealed class AnswerCache(ChangeSignal changes, CacheSettings settings) : IDisposable
{
    /// <summary>About what the key and the entry take beside the bytes of the answer.</summary>
    private const int EntryBytes = 400;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = settings.Bytes, TrackStatistics = true });
    private readonly ConcurrentDictionary<(AnswerKey Key, long Version, long? MinVersion), AnswerFlight> _flights = new();
    private long _version;

    /// <summary>How many bytes are kept.</summary>
    public long Bytes => _answers.GetCurrentStatistics()!.CurrentEstimatedSize ?? 0;

    /// <summary>How many answers are kept, compressed forms among them.</summary>
    public long Count => _answers.GetCurrentStatistics()!.CurrentEntryCount;

    /// <summary>How many wait for answers that are being computed.</summary>
    public int Waiting => _flights.Values.Sum(flight => flight.Waiting);

    /// <summary>The answer to a query: a kept one of the newest version, else one that is computed for all who ask now.</summary>
    /// <param name="key">What is asked, and by whom.</param>
    /// <param name="minVersion">The version that the answer must not be older than; null for any.</param>
    /// <param name="admit">Called where none is kept; throws where this one may not have it computed.</param>
    /// <param name="execute">Executes it; cancelled when all who wait have left.</param>
    /// <param name="aborted">This one leaves.</param>
    public async Task<OperationAnswer> AnswerAsync(
        AnswerKey key, long? minVersion, Action admit, Func<CancellationToken, Task<GraphResponse>> execute, CancellationToken aborted)
    {
        var version = changes.Newest;
        Forget(version);
        if (_answers.TryGetValue<KeptAnswer>(key, out var kept) && kept!.Shows(version) && !(version < minVersion)) return new OperationAnswer(kept, AnswerSource.Hit);

        admit();
        var asked = (key, version, minVersion);
        while (true)
        {
            var first = new AnswerFlight();
            var flight = _flights.GetOrAdd(asked, first);
            if (flight == first) return new OperationAnswer(await ComputeAsync(flight, asked, execute, aborted), AnswerSource.Miss);
            if (flight.TryJoin()) return new OperationAnswer(await flight.WaitAsync(aborted), AnswerSource.Shared);

            // All have left it; it is taken away here or by the one who computes.
            _flights.TryRemove(KeyValuePair.Create(asked, flight));
        }
    }

    /// <summary>An answer in a compressed form, which is kept like the answer.</summary>
    public byte[] Compressed(KeptAnswer answer, ICompressionProvider encoding)
    {
        var key = (answer, encoding.EncodingName);
        if (_answers.TryGetValue<byte[]>(key, out var known)) return known!;

        using var compressed = new MemoryStream(answer.Body.Length / 4);
        using (var stream = encoding.CreateStream(compressed)) stream.Write(answer.Body);
        var bytes = compressed.ToArray();
        if (answer.Shows(changes.Newest)) Keep(key, bytes, bytes.Length);
        return bytes;
    }

    public void Dispose() => _answers.Dispose();

    private async Task<KeptAnswer> ComputeAsync(
        AnswerFlight flight, (AnswerKey Key, long Version, long? MinVersion) asked, Func<CancellationToken, Task<GraphResponse>> execute, CancellationToken aborted)
    {
        try
        {
            return await flight.ComputeAsync(
                async cancel =>
                {
                    var answer = new KeptAnswer(await execute(cancel));

                    // What another server wrote may be read before it is told of.
                    if (answer.Facts.Version is { } shown) changes.Announce(shown);
                    if (answer.Tag is not null && answer.Shows(changes.Newest)) Keep(asked.Key, answer, answer.Body.Length);
                    return answer;
                },
                aborted);
        }
        finally
        {
            _flights.TryRemove(KeyValuePair.Create(asked, flight));
        }
    }

    private void Keep(object key, object value, int bytes)
    {
        // One that takes all the room would drive out the others for nothing.
        var size = bytes + EntryBytes;
        if (size > settings.Bytes / 8) return;

        using var entry = _answers.CreateEntry(key);
        entry.Size = size;
        entry.Value = value;
    }

    private void Forget(long version)
    {
        var known = Interlocked.Read(ref _version);
        if (version > known && Interlocked.CompareExchange(ref _version, version, known) == known) _answers.Clear();
    }
}
