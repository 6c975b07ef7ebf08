using System.Text;
using System.Text.Json;

namespace GraphNews.Benchmarks;

/// <summary>
/// Asks a server the same again and again, beside an endpoint that does nothing but write the same bytes: both over HTTP, in
/// processes of their own, in turns, by the same clients.
/// </summary>
internal static class AnswerBenchmark
{
    private const int Clients = 16;
    private const int Rounds = 5;

    public static async Task RunAsync(int seconds, string folder)
    {
        using var server = await ServedProcess.StartAsync(
            "GraphNews.Server.dll", $"--ConnectionStrings:Graph=Data Source={Path.Combine(folder, "served.db")}", "--Urls=http://127.0.0.1:0");
        var operation = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema", "operations", "HammouchiMeetings.graphql"));
        Console.WriteLine("| question | bytes of the answer | kept answers a second | bare endpoint a second | ratio |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (name, query) in new[] { ("the sample operation", operation), ("the version", "{ graph { version } }") })
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(new { query, variables = new { } });
            await CompareAsync($"{name} by POST", server.Address, Post(server.Address, json), seconds, folder);
            await CompareAsync($"{name} by GET", server.Address, Get(server.Address, query), seconds, folder);
        }
    }

    private static async Task CompareAsync(string name, Uri server, byte[] request, int seconds, string folder)
    {
        var file = Path.Combine(folder, "answer.json");
        var body = await ClosedLoop.AskAsync(server, request);
        await File.WriteAllBytesAsync(file, body);
        using var bare = await ServedProcess.StartAsync("GraphNews.Benchmarks.dll", "0", "--bare", file);

        var time = TimeSpan.FromSeconds(seconds);
        foreach (var address in new[] { server, bare.Address }) await ClosedLoop.MeasureAsync(address, request, Clients, time);
        var pairs = new List<(double Kept, double Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            pairs.Add((await ClosedLoop.MeasureAsync(server, request, Clients, time), await ClosedLoop.MeasureAsync(bare.Address, request, Clients, time)));
        }

        var (kept, plain, ratio) = (Median(pairs.Select(pair => pair.Kept)), Median(pairs.Select(pair => pair.Bare)), Median(pairs.Select(pair => pair.Kept / pair.Bare)));
        Console.WriteLine($"| {name} | {body.Length} | {kept:0} | {plain:0} | {ratio:0.00} |");
    }

    private static byte[] Post(Uri address, byte[] json)
        => [.. Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: {json.Length}\r\n\r\n"), .. json];

    private static byte[] Get(Uri address, string query)
        => Encoding.ASCII.GetBytes($"GET /graphql?query={Uri.EscapeDataString(query)} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n\r\n");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
