using GraphNews.Server.Settings;

namespace GraphNews.Server.Starting;

/// <summary>What a started server says on the console: where it is and what to do first.</summary>
internal static class Greeting
{
    public static string For(WebApplication app)
    {
        var address = $"{app.Urls.First()}/graphql";
        var browser = app.Services.GetRequiredService<IdeSettings>().Enabled
            ? $"open {address} for the IDE, press \"Create Document\", which holds the sample operation, then \"Run\"."
            : "the IDE is off (Ide:Enabled).";
        return $$"""
            GraphNews serves {{address}}

              In a browser:   {{browser}}
              On the console: curl {{address}} -H 'content-type: application/json' -d '{"query":"{ official(slug: \"abdellatif-hammouchi\") { name meetings { totalCount nodes { slug title } } } }"}'
              The schema:     curl {{address}}?sdl

            Ctrl+C stops the server.
            """;
    }
}
