using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace GraphNews.Tests.Attacks;

/// <summary>Whatever clients send, the server stays up, answers others meanwhile, and gives back the memory that it took.</summary>
[Collection(SharedAttackedServer.Name)]
public sealed class AttackTests(AttackedServer server)
{
    private static readonly int Rounds = AttackedServer.IsLong ? 20 : 1;

    [Fact]
    public async Task All_of_the_worst_documents_at_once_leave_it_up_and_its_memory_comes_back()
    {
        var before = server.Memory;

        await server.WithstandAsync(async () =>
        {
            for (var i = 0; i < Rounds; i++)
                await Parallel.ForEachAsync(WorstDocuments.Names, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (name, _) => await server.PostAsync(WorstDocuments.Body(name)));
        });

        Assert.InRange(server.Memory, 1, 700L * 1024 * 1024);
        if (AttackedServer.IsLong)
        {
            // Collections come with allocations: somebody has to ask.
            for (var i = 0; i < 2_000; i++) await server.AskAsync();
            Assert.InRange(server.Memory, 1, before + (150L * 1024 * 1024));
        }
    }

    [Fact]
    public async Task A_body_that_trickles_is_given_up()
    {
        var sockets = new List<TcpClient>();
        try
        {
            await server.WithstandAsync(async () =>
            {
                var answers = Enumerable.Range(0, AttackedServer.IsLong ? 500 : 20).Select(_ => TrickleAsync(sockets)).ToList();
                Assert.All(await Task.WhenAll(answers), answer => Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal));
            });
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Sockets_that_are_opened_and_dropped_cost_nothing_that_lasts()
    {
        var before = server.Memory;
        var sockets = new List<TcpClient>();

        await server.WithstandAsync(async () =>
        {
            for (var i = 0; i < (AttackedServer.IsLong ? 10_000 : 500); i++)
            {
                var socket = new TcpClient();
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            }

            await server.AskAsync();
            sockets.ForEach(socket => socket.Dispose());
        });

        await server.AskAsync();
        Assert.InRange(server.Memory, 1, before + (200L * 1024 * 1024));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=%7B__typename%7D", 415)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ __typename }\"}\r\n--x--\r\n", 415)]
    [InlineData("text/plain", "{\"query\":\"{ __typename }\"}", 415)]
    [InlineData("application/json", "[{\"query\":\"{ __typename }\"},{\"query\":\"{ __typename }\"}]", 400)]
    public async Task What_another_page_could_have_a_browser_send_is_refused(string type, string body, int status)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await client.PostAsync(server.Address, content);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused()
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{server.Address}?query=mutation%7B__typename%7D"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("{ official(slug: \"a\") { slgu } }")]
    [InlineData("{ __typename ")]
    [InlineData("{ meetings(after: \"x\") { totalCount } }")]
    public async Task An_answer_tells_nothing_of_the_program(string query)
    {
        var answer = await server.PostAsync($"{{\"query\":{System.Text.Json.JsonSerializer.Serialize(query)}}}");

        Assert.DoesNotContain("tracing", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> TrickleAsync(List<TcpClient> sockets)
    {
        var socket = new TcpClient();
        lock (sockets) sockets.Add(socket);
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {server.Address.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{{"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }
}
