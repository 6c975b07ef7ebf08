namespace GraphNews.Limit;

/// <summary>What <c>dotnet new web</c> makes.</summary>
internal static class EmptyServer
{
    public static WebApplication Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "Hello World!");
        return app;
    }
}
