using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Server.Limits;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace GraphNews.Server.Transports;

/// <summary>The JSON that came as the body of a request, and the bytes that it is read from.</summary>
internal sealed class ReceivedBody : IDisposable
{
    private readonly PooledBuffer _bytes;
    private readonly JsonDocument _json;

    /// <summary>"Implementations that parse JSON texts MAY ignore the presence of a byte order mark": RFC 8259, 8.1.</summary>
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private ReceivedBody(PooledBuffer bytes, JsonDocument json) => (_bytes, _json) = (bytes, json);

    /// <summary>The value; it and all that is in it are valid until the body is disposed.</summary>
    public JsonElement Root => _json.RootElement;

    /// <summary>"Requests that the server cannot interpret SHOULD result in status code 400 (Bad Request)." Over the limit: 413 (RFC 9110, 15.5.14).</summary>
    /// <exception cref="RequestRefusedException">It is no JSON, over a limit, or did not arrive whole.</exception>
    public static async Task<ReceivedBody> ReadAsync(HttpContext context, LimitsSettings limits)
    {
        var bytes = new PooledBuffer();
        try
        {
            await ReceiveAsync(context, bytes, limits);
            var json = bytes.Written.Span.StartsWith(ByteOrderMark) ? bytes.Written[ByteOrderMark.Length..] : bytes.Written;
            VariablesLimit.Check(json.Span, limits);
            return new ReceivedBody(bytes, JsonDocument.Parse(json, RequestBody.Options));
        }
        catch (Exception e)
        {
            bytes.Dispose();
            if (RefusalOf(e, context, limits) is { } refusal) throw refusal;
            throw;
        }
    }

    public void Dispose()
    {
        _json.Dispose();
        _bytes.Dispose();
    }

    private static async Task ReceiveAsync(HttpContext context, PooledBuffer bytes, LimitsSettings limits)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.BodyBytes;
        while (await context.Request.Body.ReadAsync(bytes.GetMemory(4 * 1024), context.RequestAborted) is > 0 and var received) bytes.Advance(received);
    }

    private static RequestRefusedException? RefusalOf(Exception fault, HttpContext context, LimitsSettings limits) => fault switch
    {
        JsonException json => RequestBody.Malformed(
            $"The body is not JSON that can be read, at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}. "
            + $"It must be one JSON object, nested no deeper than {RequestBody.Options.MaxDepth} levels, no member twice."),

        // A member's name that is no Unicode, met while looking for doubles.
        InvalidOperationException => RequestBody.NotUnicode("variables"),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large => new RequestRefusedException(
            large.StatusCode, ErrorCodes.BodyTooLarge,
            $"The body has {(context.Request.ContentLength is { } length ? $"{length}" : "more")} bytes; the limit is {limits.BodyBytes}. Send less, or in several requests."),
        BadHttpRequestException broken => new RequestRefusedException(broken.StatusCode, ErrorCodes.BadRequest, "The body did not arrive whole. Send it again."),
        _ => null,
    };
}
