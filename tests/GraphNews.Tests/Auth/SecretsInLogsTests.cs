using System.Net.Sockets;
using System.Text;
using GraphNews.Graph.Execution;

namespace GraphNews.Tests.Auth;

/// <summary>Keys and tokens stay out of logs and answers, whatever becomes of them.</summary>
public sealed class SecretsInLogsTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    [Fact]
    public async Task No_key_or_token_appears_in_any_log_at_any_level_or_in_an_answer()
    {
        var (made, good) = await server.KeyAsync(CallerRole.Editor);
        var (revoked, bad) = await server.KeyAsync(CallerRole.Editor);
        await server.Keys.RevokeAsync(revoked.Id, default);
        var tokens = new[] { server.Issuer.Token(role: "editor"), server.Issuer.Token(expires: TimeSpan.FromHours(-1)), server.Issuer.Token(audience: "another"), server.Issuer.Token(subject: null) };
        var forged = Issuer.Forged(tokens[0], new { alg = "none" }, _ => "");

        var answers = new StringBuilder();
        foreach (var presented in new[] { good, bad, $"{good[..^1]}x", $"gn_{good}", forged, $"{tokens[0]}x" }.Concat(tokens))
        {
            foreach (var header in new[] { $"Bearer {presented}", $"Basic {presented}", presented })
                answers.Append((await server.AskAsync(header)).Text);
            answers.Append(await SendRawAsync($"Authorization: Bearer {presented}\u0001"));
            answers.Append(await SendRawAsync($"Authorization Bearer {presented}"));
        }

        await server.StopAsync();
        var (log, told) = (server.Log, answers.ToString());
        Assert.Contains("trce: ", log, StringComparison.Ordinal);
        Assert.Contains("was not authenticated", log, StringComparison.Ordinal);
        var secrets = tokens.SelectMany(token => token.Split('.')[1..]).Append(forged).Append(good[^64..]).Append(bad[^64..]).Append(made.SecretHash).Distinct();
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        });

        var keys = await server.Keys.ListAsync(default);
        Assert.NotNull(keys.Single(key => key.Id == made.Id).LastUsedAt);
        Assert.Null(keys.Single(key => key.Id == revoked.Id).LastUsedAt);
    }

    /// <summary>A header that no client library would send.</summary>
    private async Task<string> SendRawAsync(string header)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /graphql?sdl HTTP/1.1\r\nHost: x\r\n{header}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
