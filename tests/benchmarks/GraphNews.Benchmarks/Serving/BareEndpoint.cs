using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GraphNews.Benchmarks;

/// <summary>The least that Kestrel can do: the same bytes for every request.</summary>
internal static class BareEndpoint
{
    /// <summary>Serves a file's bytes until the process is ended, and prints its address.</summary>
    public static async Task RunAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine($"serves {app.Urls.First()}/");
        await app.WaitForShutdownAsync();
    }
}
