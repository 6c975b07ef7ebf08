using System.Text.Json;
using GraphNews.Tests.Starting;

namespace GraphNews.Tests.PostgreSql;

/// <summary>Subscribes to a server's changes by server-sent events, and again from the last version it saw whenever the stream ends.</summary>
internal sealed class ChangeSubscriber(ServerPair pair, ServerProcess server, long since)
{
    private long _since = since;

    /// <summary>The versions told, in the order in which they came.</summary>
    public List<long> Seen { get; } = [];

    /// <summary>How often it had to subscribe.</summary>
    public int Subscriptions { get; private set; }

    /// <summary>Listens until a version was told, or until nobody waits any longer.</summary>
    public async Task FollowAsync(Task<long> until, CancellationToken giveUp)
    {
        while (!(until.IsCompletedSuccessfully && _since >= await until))
        {
            Subscriptions++;
            try
            {
                await ListenAsync(until, giveUp);
            }
            catch (Exception e) when (e is IOException or HttpRequestException)
            {
                await Task.Delay(100, giveUp);
            }
        }
    }

    private async Task ListenAsync(Task<long> until, CancellationToken giveUp)
    {
        using var response = await pair.StreamAsync(server, $"subscription {{ changes(since: {_since}) {{ version }} }}", giveUp);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(giveUp));
        while (await lines.ReadLineAsync(giveUp) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal) && VersionOf(line["data: ".Length..]) is { } version) Seen.Add(_since = version);
            if (until.IsCompletedSuccessfully && _since >= await until) return;
        }
    }

    /// <summary>The version that an event tells; null where it tells an error, after which the stream ends.</summary>
    private static long? VersionOf(string data)
    {
        using var parsed = JsonDocument.Parse(data);
        return parsed.RootElement.TryGetProperty("data", out var told) && told.ValueKind == JsonValueKind.Object
            ? told.GetProperty("changes").GetProperty("version").GetInt64()
            : null;
    }
}
