using GraphNews.Tests.Starting;

namespace GraphNews.Tests.PostgreSql;

/// <summary>Reads a server's change log as it grows, the way a client does that keeps a copy.</summary>
internal sealed class ChangeReader(ServerPair pair, ServerProcess server, long since)
{
    private long _since = since;

    /// <summary>The versions read so far with the slugs that they wrote, in the order in which they came.</summary>
    public List<(long Version, string Slug)> Seen { get; } = [];

    /// <summary>Reads until told to stop, and then what is left. Answers that the database keeps from being given are asked for again.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        while (true)
        {
            var last = stop.IsCancellationRequested;
            if (!await ReadAsync() && last) return;
            if (!last) await Task.Delay(20, CancellationToken.None);
        }
    }

    /// <summary>Reads a page; whether there was anything, or may be.</summary>
    private async Task<bool> ReadAsync()
    {
        var answer = await pair.AskAsync(
            server, "query ($since: Version!) { changes(since: $since, kinds: [TOPIC], first: 100) { nodes { version node { ... on Entity { slug } } } } }", new { since = _since });
        if (answer.Code == "DATABASE_UNAVAILABLE") return true;

        var read = answer.Data.GetProperty("changes").GetProperty("nodes").EnumerateArray().ToList();
        foreach (var change in read)
        {
            Seen.Add((change.GetProperty("version").GetInt64(), change.GetProperty("node").GetProperty("slug").GetString()!));
            _since = Seen[^1].Version;
        }

        return read.Count > 0;
    }
}
