using System.Security.Cryptography;
using System.Text;

namespace GraphNews.Server.LinkedData.Pages;

/// <summary>What all pages have around them. They need no script, and no file besides themselves.</summary>
internal static class PageFrame
{
    /// <summary>Logical sides (inline, start), so that it holds for languages that run from right to left; colours that keep their contrast in the dark.</summary>
    private const string Style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding-inline:1rem}
        h1{margin-block-end:0}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}
        dt{font-weight:600}dd{margin:0}
        table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding-inline-end:1.5rem;padding-block:.1rem}
        blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:.25rem solid}
        pre{overflow:auto;padding:1rem;border:1px solid}
        """;

    /// <summary>The value of <c>Content-Security-Policy</c>: the one style by its hash, and nothing else. Source: Content Security Policy Level 3.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Html StyleSheet = Html.Of($"<style>{Html.Raw(Style)}</style>");

    /// <param name="title">What the browser calls it.</param>
    /// <param name="head">What else is in its head.</param>
    /// <param name="body">Its content.</param>
    public static string Show(string title, Html head, Html body) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        {head}{StyleSheet}
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """).ToString();
}
