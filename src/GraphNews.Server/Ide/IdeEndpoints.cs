using System.Net.Mime;
using System.Text.Json;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Ide;

/// <summary>
/// Shows Banana Cake Pop to browsers at the path that answers operations. It is a static site whose paths are relative
/// and which reads its settings from <c>bcp-config.json</c> beside it; none of its files is changed.
/// </summary>
internal static class IdeEndpoints
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ide");

    private static string IndexPage => Path.Combine(Folder, "index.html");

    private static string SampleOperation => Path.Combine(SchemaRegistration.Folder, "operations", "HammouchiMeetings.graphql");

    /// <summary>Gives browsers the IDE, or a page that says what to install; all other requests go on to the transports. Nothing where it is off.</summary>
    public static void UseIde(this WebApplication app, PathString path)
    {
        if (!app.Services.GetRequiredService<IdeSettings>().Enabled) return;

        var policy = IdePolicy.For(app.Services.GetRequiredService<AuthenticationSettings>());
        app.MapWhen(request => IsPageRequest(request.Request, path), page => page.Run(request => ShowAsync(request, path, policy)));
        app.MapGet("/", (HttpRequest request) => Results.Redirect($"{request.PathBase}{path}"));
        if (!File.Exists(IndexPage)) return;

        app.MapGet($"{path}/bcp-config.json", () => Results.Json(Configuration(), JsonSerializerOptions.Web));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = path,
            FileProvider = new PhysicalFileProvider(Folder),
            ServeUnknownFileTypes = true,
            DefaultContentType = MediaTypeNames.Text.Plain,

            // Workers obey the policy that their own script came with.
            OnPrepareResponse = file => file.Context.Response.Headers.ContentSecurityPolicy = policy,
        });
    }

    /// <summary>
    /// What the site takes from its settings was read off its script, version 18: a new document begins with
    /// <c>graphQLDocument</c>, and <c>disableTelemetry</c> keeps it from calling home.
    /// </summary>
    private static Dictionary<string, object> Configuration() => new()
    {
        ["useBrowserUrlAsEndpoint"] = true,
        ["disableTelemetry"] = true,
        ["graphQLDocument"] = File.Exists(SampleOperation) ? File.ReadAllText(SampleOperation) : "",
    };

    private static bool IsPageRequest(HttpRequest request, PathString path)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Path.StartsWithSegments(path, out var rest) && rest.Value is null or "" or "/"
            && !AsksForAnAnswer(request.Query)
            && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));

    /// <summary>A link with an operation, or to the schema, leads to the answer, in a browser, too.</summary>
    private static bool AsksForAnAnswer(IQueryCollection query) => query.ContainsKey("sdl") || query.ContainsKey("query") || query.ContainsKey("documentId");

    private static Task ShowAsync(HttpContext context, PathString path, string policy)
    {
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (!File.Exists(IndexPage))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(MissingPage, context.RequestAborted);
        }

        if (!context.Request.Path.Value!.EndsWith('/'))
        {
            // Its paths are relative to a folder.
            context.Response.Redirect($"{context.Request.PathBase}{path}/{context.Request.QueryString}");
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.SendFileAsync(IndexPage, context.RequestAborted);
    }

    private const string MissingPage = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>GraphNews</title>
        <body style="font-family: sans-serif; max-width: 40em; margin: 3em auto; line-height: 1.5">
        <h1>GraphNews is running, without its IDE</h1>
        <p>npm fetches the IDE when the server is built, and npm was not there or had no network. Install
        <b>Node.js 20 or newer</b> with npm, build again (<code>dotnet build</code>), and start the server again.</p>
        <p>All else works: send operations to this address with POST, or read <a href="?sdl">the schema</a>.</p>
        </body>
        </html>
        """;
}
