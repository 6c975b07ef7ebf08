using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>A server that is told to stop loses nobody's answer.</summary>
public sealed class StopTests
{
    private const string Question = "{\"query\":\"{ __typename }\"}";

    /// <summary>A machine that builds and tests at once is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task It_says_that_it_stops_and_goes_on_as_before_until_nobody_should_ask_it_any_more()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: ["--Sample:Load=false", "--Shutdown:Delay=00:05:00"]);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, new Uri(server.Address, "/health/ready")));

        await server.SignalAsync();

        await UntilAsync(async () => await StatusAsync(client, new Uri(server.Address, "/health/ready")) == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, new Uri(server.Address, "/health/live")));
        using var body = new StringContent(Question, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(server.Address, body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_runs_is_finished_while_new_connections_are_refused()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: "--Sample:Load=false");
        using var running = await BegunRequest.SendAsync(server.Address);

        await server.SignalAsync();
        await UntilAsync(() => IsRefusedAsync(server.Address));
        var answer = await running.FinishAsync();

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("\"__typename\":\"Query\"", answer, StringComparison.Ordinal);
        var exit = await server.WaitAsync();
        Assert.Equal((0, ""), (exit.Code, exit.Error));
    }

    [Fact]
    public async Task What_does_not_finish_in_time_is_cut_off()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: ["--Sample:Load=false", "--Shutdown:Timeout=00:00:00.100"]);
        using var running = await BegunRequest.SendAsync(server.Address);

        var exit = await server.StopAsync();

        Assert.Equal((0, ""), (exit.Code, exit.Error));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address)
    {
        using var response = await client.GetAsync(address);
        return response.StatusCode;
    }

    private static async Task<bool> IsRefusedAsync(Uri address)
    {
        try
        {
            using var another = new TcpClient();
            await another.ConnectAsync(address.Host, address.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition()) await Task.Delay(20, patience.Token);
    }

    /// <summary>A request that the server has begun to read, and whose body is still to come.</summary>
    private sealed class BegunRequest : IDisposable
    {
        private readonly TcpClient _client = new();

        public static async Task<BegunRequest> SendAsync(Uri address)
        {
            var request = new BegunRequest();
            await request._client.ConnectAsync(address.Host, address.Port);
            await request.WriteAsync(
                $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {Question.Length}\r\n"
                + "Expect: 100-continue\r\nConnection: close\r\n\r\n");

            // The server asks for a body when it begins to read it.
            var asked = "HTTP/1.1 100 Continue\r\n\r\n";
            var bytes = new byte[asked.Length];
            await request._client.GetStream().ReadExactlyAsync(bytes);
            Assert.Equal(asked, Encoding.ASCII.GetString(bytes));
            return request;
        }

        public async Task<string> FinishAsync()
        {
            await WriteAsync(Question);
            using var reader = new StreamReader(_client.GetStream());
            return await reader.ReadToEndAsync();
        }

        public void Dispose() => _client.Dispose();

        private async Task WriteAsync(string text) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
    }
}
