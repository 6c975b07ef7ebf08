using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphNews.Tests.Telemetry;

/// <summary>Takes what a server sends by OTLP and keeps it as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, StringBuilder> _received = new();
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    /// <summary>A machine that builds and tests at once is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The settings of a server that sends to it, soon.</summary>
    public string[] Settings =>
    [
        $"--OTEL_EXPORTER_OTLP_ENDPOINT={_app.Urls.First()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
        "--OTEL_BSP_SCHEDULE_DELAY=200", "--OTEL_BLRP_SCHEDULE_DELAY=200", "--OTEL_METRIC_EXPORT_INTERVAL=500",
    ];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{what}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>What came of one kind: <c>traces</c>, <c>metrics</c> or <c>logs</c>. Texts stand in it as they are.</summary>
    public string Received(string what)
    {
        if (!_received.TryGetValue(what, out var text)) return "";
        lock (text) return text.ToString();
    }

    /// <summary>Waits until a text has come.</summary>
    public async Task ReceivedAsync(string what, string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Received(what).Contains(text, StringComparison.Ordinal)) await Task.Delay(50, patience.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, string what)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var text = _received.GetOrAdd(what, _ => new StringBuilder());
        lock (text) text.Append(Encoding.UTF8.GetString(body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
