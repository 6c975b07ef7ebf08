using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Limit.Questions;
using GraphNews.Limit.Statements;

namespace GraphNews.Limit;

/// <summary>
/// As fast as .NET and the database go: an endpoint for each of three questions, each with statements written by hand
/// for it alone, prepared once on the one connection, and rows written as JSON straight to the response.
/// </summary>
internal static class LimitServer
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Serves until the process is told to stop, and prints the address.</summary>
    /// <param name="args">
    /// A database product and its connection string, <c>bare</c> and a file whose bytes are the answer to
    /// everything, or <c>empty</c>; then settings of ASP.NET Core.
    /// </param>
    public static async Task Main(string[] args)
    {
        await using var app = args[0] switch
        {
            "bare" => BareEndpoint.Build(args[1], args[2..]),
            "empty" => EmptyServer.Build(args[1..]),
            _ => await BuildAsync(args[0], args[1], args[2..]),
        };
        await app.StartAsync();
        Console.WriteLine($"serves {app.Urls.First()}/");
        await app.WaitForShutdownAsync();
    }

    /// <summary>The server over a graph.</summary>
    public static async Task<WebApplication> BuildAsync(string product, string connectionString, string[] args)
    {
        var database = await Database.OpenAsync(product, connectionString);
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => database);
        var app = builder.Build();
        Map(app, database, "/hammouchi-meetings", new HammouchiMeetings(database, "the-official"));
        Map(app, database, "/officials", new OfficialsPage(database));
        Map(app, database, "/counterparts", new CounterpartsOfOne(database, "official-1"));
        app.MapGet("/statements", () => database.Statements);
        return app;
    }

    private static void Map(WebApplication app, Database database, string path, IQuestion question)
        => app.MapPost(path, async context =>
        {
            context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
            using (await database.EnterAsync(context.RequestAborted))
            {
                using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Unescaped);
                database.Read(version => Write(writer, question, version));
                writer.Flush();
            }

            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        });

    private static void Write(Utf8JsonWriter json, IQuestion question, long version)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        question.Write(json);
        json.WriteEndObject();
        json.WriteStartObject("extensions");
        json.WriteNumber("version", version);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
