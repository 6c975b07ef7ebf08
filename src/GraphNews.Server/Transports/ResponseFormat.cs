using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>The media type of an answer. Source: GraphQL over HTTP, "Media Types", and RFC 9110, 12.5.1.</summary>
internal sealed class ResponseFormat
{
    /// <summary>The media type whose status codes say what became of the operation.</summary>
    public static readonly ResponseFormat GraphQL = new("application/graphql-response+json");

    /// <summary>The media type of clients from before the specification: 200 for every well-formed request.</summary>
    public static readonly ResponseFormat Json = new("application/json");

    /// <summary>The media type of answers that come one after another. A refusal before the first of them is JSON.</summary>
    public static readonly ResponseFormat EventStream = new("text/event-stream");

    /// <summary>The media type of tables. A refusal is JSON.</summary>
    public static readonly ResponseFormat Csv = new("text/csv", "; header=present");

    /// <summary>The media type of pages.</summary>
    public static readonly ResponseFormat Html = new("text/html");

    /// <summary>The media type of linked data.</summary>
    public static readonly ResponseFormat JsonLd = new("application/ld+json");

    // In the order of preference where a client has none: audits 80D8 and 47DE of the npm package graphql-http.
    private static readonly ResponseFormat[] OfOperations = [Json, GraphQL, EventStream, Csv];

    private readonly MediaTypeHeaderValue _type;

    private ResponseFormat(string mediaType, string parameters = "")
    {
        _type = new MediaTypeHeaderValue(mediaType);
        ContentType = $"{mediaType}; charset=utf-8{parameters}";
    }

    /// <summary>The value of <c>Content-Type</c>.</summary>
    public string ContentType { get; }

    /// <summary>
    /// "The server MUST respect the given Accept header and attempt to encode the response in the highest priority media
    /// type listed that is supported by the server." Of equal ones the first listed.
    /// </summary>
    /// <returns>Null if the client accepts none that the server has.</returns>
    public static ResponseFormat? Negotiate(StringValues accept) => Negotiate(accept, OfOperations);

    /// <summary>The one of some formats that a client likes best; where it likes several as much, the first that it listed, then the first that is offered.</summary>
    /// <returns>Null if the client accepts none of them.</returns>
    public static ResponseFormat? Negotiate(StringValues accept, IReadOnlyList<ResponseFormat> offered)
    {
        if (StringValues.IsNullOrEmpty(accept)) return offered[0];
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return null;

        return offered
            .Select(format => (format, best: format.BestOf(ranges)))
            .Where(candidate => candidate.best.Quality > 0)
            .OrderByDescending(candidate => candidate.best.Quality)
            .ThenBy(candidate => candidate.best.Place)
            .FirstOrDefault().format;
    }

    /// <summary>Whether a client accepts this format, be it not its first choice.</summary>
    public bool IsAccepted(StringValues accept)
        => !StringValues.IsNullOrEmpty(accept) && MediaTypeHeaderValue.TryParseList(accept, out var ranges) && BestOf(ranges).Quality > 0;

    /// <summary>The quality of this format and where it was listed, by the most specific range. Source: RFC 9110, 12.5.1.</summary>
    private (double Quality, int Place) BestOf(IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, place, specificity) = (0.0, int.MaxValue, -1);
        for (var i = 0; i < ranges.Count; i++)
        {
            if (!Covers(ranges[i]) || Specificity(ranges[i]) <= specificity) continue;
            (quality, place, specificity) = (ranges[i].Quality ?? 1, i, Specificity(ranges[i]));
        }

        return (quality, place);
    }

    private bool Covers(MediaTypeHeaderValue range)
        => (range.MatchesAllTypes
                || (range.Type.Equals(_type.Type, StringComparison.OrdinalIgnoreCase)
                    && (range.MatchesAllSubTypes || range.SubType.Equals(_type.SubType, StringComparison.OrdinalIgnoreCase))))
            && IsUtf8(range.Charset);

    private static int Specificity(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2;

    /// <summary>Whether a charset is the one that is spoken here; none means UTF-8.</summary>
    public static bool IsUtf8(StringSegment charset)
        => !charset.HasValue || charset.Length == 0
            || HeaderUtilities.RemoveQuotes(charset) is var name
            && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase));
}
