using Npgsql;

namespace GraphNews.Tests.PostgreSql;

/// <summary>An operation whose time is over is ended in PostgreSQL, too.</summary>
[Collection(ServerProcessTests.Name)]
public sealed class CancellationTests
{
    private const string Waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted";

    [PostgreSqlFact]
    public async Task A_statement_that_waits_for_ever_is_cancelled_when_its_operation_is_out_of_time()
    {
        await using var server = await ServerPair.StartAsync(1, "--Limits:ExecutionTime=00:00:08");

        // The first question of a kind is translated, which takes its time; another name keeps its answer from being a kept one.
        Assert.Null((await server.AskAsync(server.Servers[0], "{ officials { totalCount } }")).Code);
        await using var other = new NpgsqlConnection(server.ConnectionString);
        await other.OpenAsync();
        await using var lasting = await other.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("LOCK TABLE \"Officials\" IN ACCESS EXCLUSIVE MODE", other, lasting)) await locking.ExecuteNonQueryAsync();

        var asked = server.AskAsync(server.Servers[0], "{ again: officials { totalCount } }");
        while (!await WaitsAsync(other)) Assert.False(asked.IsCompleted, asked.IsCompletedSuccessfully ? asked.Result.Json.ToString() : "The request failed.");

        Assert.Equal("TIMEOUT", (await asked).Code);
        for (var tries = 0; await WaitsAsync(other); tries++) Assert.True(tries < 500, "The statement still waits in the database.");
    }

    private static async Task<bool> WaitsAsync(NpgsqlConnection connection)
    {
        await using var asking = new NpgsqlCommand(Waiting, connection);
        if ((long)(await asking.ExecuteScalarAsync())! > 0) return true;
        await Task.Delay(20);
        return false;
    }
}
