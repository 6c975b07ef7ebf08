using GraphNews.Graph.Execution;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>Tells browsers and CDNs what of a GET they may keep, and whom they may give it. Source: RFC 9110 and RFC 9111.</summary>
internal sealed class CacheHeaders(CacheSettings settings, CorsSettings cors)
{
    private const string NotKept = "no-store";

    /// <summary>For those who are logged in, in their own browser alone: "private" keeps it out of shared caches.</summary>
    private const string OfCaller = "private, no-cache";

    /// <summary>All headers that an answer depends on; pages of other origins need theirs to be told apart.</summary>
    private readonly string _vary = string.Join(
        ", ",
        new[] { HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.Authorization, "GraphQL-Cost" }
            .Concat(cors.Enabled ? [HeaderNames.Origin] : []));

    private readonly string _ofAnybody = Spelled(settings);

    /// <summary>What is said of a GET until its answer is known, and of refusals.</summary>
    public void Begin(HttpContext context)
    {
        context.Response.Headers.Vary = _vary;
        context.Response.Headers.CacheControl = NotKept;
    }

    /// <summary>Says what may be kept of an answer.</summary>
    /// <returns>Whether the client has it already: it is then answered with status 304 and no body.</returns>
    public bool Describe(HttpContext context, OperationAnswer answer, Caller caller)
        => answer.Kept?.Tag is { } tag && Describe(context, tag, caller);

    /// <summary>Says what may be kept of what a tag names.</summary>
    /// <returns>Whether the client has it already: it is then answered with status 304 and no body.</returns>
    public bool Describe(HttpContext context, string tag, Caller caller)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = caller.IsAuthenticated ? OfCaller : _ofAnybody;
        return Has(context.Request.Headers.IfNoneMatch, tag);
    }

    /// <summary>"If-None-Match: the condition is false if … one of the listed tags matches the entity tag", by weak comparison: RFC 9110, 13.1.2.</summary>
    private static bool Has(StringValues known, string tag)
        => known.Count > 0
            && EntityTagHeaderValue.TryParseList(known, out var tags)
            && (tags.Contains(EntityTagHeaderValue.Any) || tags.Any(given => given.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)));

    private static string Spelled(CacheSettings settings)
    {
        if (settings.MaxAge == TimeSpan.Zero && settings.SharedMaxAge == TimeSpan.Zero) return "public, no-cache";

        var shared = $", s-maxage={settings.SharedMaxAge.TotalSeconds:0}";
        return $"public, max-age={settings.MaxAge.TotalSeconds:0}{shared}";
    }
}
