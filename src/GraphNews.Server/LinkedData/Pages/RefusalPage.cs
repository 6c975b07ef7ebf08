using GraphNews.Server.Transports;

namespace GraphNews.Server.LinkedData.Pages;

/// <summary>What a browser is shown instead of an entity.</summary>
internal static class RefusalPage
{
    public static string Show(RequestRefusedException refusal)
    {
        var title = refusal.Status switch
        {
            StatusCodes.Status404NotFound => "Not found",
            StatusCodes.Status410Gone => "Gone",
            StatusCodes.Status401Unauthorized => "Not logged in",
            _ => "Not answered",
        };
        return PageFrame.Show($"{title} · GraphNews", Html.None, Html.Of($"""
            <h1>{title}</h1>
            <p dir="auto">{refusal.Message}</p>
            <p>Code: <code>{refusal.Code}</code></p>
            """));
    }
}
