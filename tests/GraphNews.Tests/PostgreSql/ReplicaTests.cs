namespace GraphNews.Tests.PostgreSql;

/// <summary>A server whose questions a streaming standby answers, which falls behind, stops and is promoted.</summary>
[Collection(ServerProcessTests.Name)]
public sealed class ReplicaTests
{
    private const string Database = "graphnews";

    private const string Ask = "{ graph { version } topics(first: 1, where: { slug: { startsWith: \"written\" } }) { totalCount } }";

    [PostgreSqlFact]
    public async Task An_answer_is_of_the_standbys_one_version_and_of_the_primarys_where_the_standby_is_none()
    {
        await using var pair = await ServerPair.StartAsync(servers: 1, "--Limits:ExecutionTime=00:01:00");
        await using var standby = await pair.Cluster.StartStandbyAsync();
        var server = await pair.StartServerAsync("--Limits:ExecutionTime=00:01:00", $"--ConnectionStrings:Read={standby.ConnectionString(Database)}");
        var writer = pair.Servers[0];

        // It follows.
        var first = await WriteAsync(pair, writer, 1);
        Assert.Equal((first, 1L), Shown(await pair.AskAsync(server, Ask, minVersion: first)));
        Assert.Equal(true, await standby.AskAsync("SELECT COUNT(*) > 0 FROM pg_stat_activity WHERE application_name = 'GraphNews'"));

        // It lags: an older version, whole, and none for who asks for the newer one.
        await standby.AskAsync("SELECT pg_wal_replay_pause()");
        var second = await WriteAsync(pair, writer, 2);
        Assert.Equal((first, 1L), Shown(await pair.AskAsync(server, Ask)));
        var refused = await pair.AskAsync(server, Ask, minVersion: second);
        Assert.Equal((503, "VERSION_NOT_YET", TimeSpan.FromSeconds(1)), (refused.Status, refused.Code, refused.RetryAfter));
        Assert.Equal((second, 2L), Shown(await pair.AskAsync(writer, Ask, minVersion: second)));

        // A mutation's payload is the primary's, whatever answers.
        var third = await WriteAsync(pair, server, 3);
        Assert.Equal((first, 1L), Shown(await pair.AskAsync(server, Ask)));
        await standby.AskAsync("SELECT pg_wal_replay_resume()");
        Assert.Equal((third, 3L), Shown(await pair.AskAsync(server, Ask, minVersion: third)));

        // It stops: the primary answers.
        await standby.StopAsync("immediate");
        var fourth = await WriteAsync(pair, writer, 4);
        Assert.Equal((fourth, 4L), Shown(await UntilAsync(() => pair.AskAsync(server, Ask))));

        // It is promoted, and follows nobody: the primary goes on answering.
        await standby.StartAsync();
        await standby.PromoteAsync();
        var fifth = await WriteAsync(pair, writer, 5);
        await Task.Delay(TimeSpan.FromSeconds(11));
        Assert.Equal((fifth, 5L), Shown(await UntilAsync(() => pair.AskAsync(server, Ask))));

        // It is looked at again within ten seconds of its last failure, by a question whose answer is not kept; the console gets the line some time after.
        for (var size = 2; size < 60 && !server.Output.Contains("is no standby", StringComparison.Ordinal); size++)
        {
            await Task.Delay(500);
            Assert.Equal((fifth, 5L), Shown(await UntilAsync(() => pair.AskAsync(server, Ask.Replace("first: 1", $"first: {size}", StringComparison.Ordinal)))));
        }

        Assert.Contains("is no standby", server.Output, StringComparison.Ordinal);
    }

    private static async Task<long> WriteAsync(ServerPair pair, Starting.ServerProcess server, int number)
    {
        var answer = await pair.AskAsync(
            server, "mutation ($slug: String!) { addTopic(input: { slug: $slug, names: [{ value: $slug, language: \"en\" }] }) { version topic { slug } } }", new { slug = $"written-{number}" });
        Assert.Equal($"written-{number}", answer.Data.GetProperty("addTopic").GetProperty("topic").GetProperty("slug").GetString());
        return answer.Data.GetProperty("addTopic").GetProperty("version").GetInt64();
    }

    /// <summary>The version and the count that go with it; the field and the answer as a whole name the same version.</summary>
    private static (long Version, long Topics) Shown(ServerAnswer answer)
    {
        Assert.Equal(answer.Version, answer.Data.GetProperty("graph").GetProperty("version").GetInt64());
        return (answer.Version, answer.Data.GetProperty("topics").GetProperty("totalCount").GetInt64());
    }

    /// <summary>What was being asked when the standby broke may be told so; the next is answered.</summary>
    private static async Task<ServerAnswer> UntilAsync(Func<Task<ServerAnswer>> ask)
    {
        var answer = await ask();
        for (var attempt = 0; answer.Code == "DATABASE_UNAVAILABLE" && attempt < 5; attempt++) answer = await ask();
        return answer;
    }
}
