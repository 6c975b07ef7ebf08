namespace GraphNews.Limit;

/// <summary>The least that Kestrel can do: the same bytes for every request.</summary>
internal static class BareEndpoint
{
    /// <summary>The server of a file's bytes.</summary>
    public static WebApplication Build(string file, string[] args)
    {
        var bytes = File.ReadAllBytes(file);
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        return app;
    }
}
