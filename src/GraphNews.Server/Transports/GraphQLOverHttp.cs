using System.Diagnostics;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>
/// GraphQL over HTTP: one POST, one operation, one JSON answer. Each step is a method of its own, so that another
/// protocol or a proxy's wish can change one of them. The quoted sentences are from the GraphQL over HTTP specification
/// (working draft).
/// </summary>
internal partial class GraphQLOverHttp(
    IGraphEngine engine, CallerAuthentication callers, LimitsSettings limits, TimeProvider time, ILogger<GraphQLOverHttp> logger)
{
    /// <summary>Answers one request, whatever it holds.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        // Until a media type is agreed, the one "whose status codes can be trusted".
        var format = ResponseFormat.GraphQL;
        try
        {
            if (IsSchemaRequest(context.Request))
            {
                await AuthenticateAsync(context);
                await WriteSchemaAsync(context);
                return;
            }

            CheckMethod(context.Request);
            format = NegotiateFormat(context.Request);
            var caller = await AuthenticateAsync(context);
            CheckContentType(context.Request);
            using var body = await ReadBodyAsync(context);
            var request = ReadRequest(context.Request, body.RootElement) with { Caller = caller };
            CheckLimits(request);
            var response = await ExecuteAsync(request, context.RequestAborted);
            await WriteAsync(context, StatusOf(response, format), format, response);
        }
        catch (RequestRefusedException e)
        {
            await WriteAsync(context, StatusOf(e, format), format, Refusal(e.Code, e.Message));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, StatusCodes.Status500InternalServerError, format, Refusal(ErrorCodes.Internal, Report(context, e)));
        }
    }

    /// <summary>Whether the request asks for the schema as text: <c>GET …?sdl</c>.</summary>
    protected virtual bool IsSchemaRequest(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl");

    /// <summary>Who sent the request, before anything of its body is read.</summary>
    protected virtual Task<Caller> AuthenticateAsync(HttpContext context) => callers.AuthenticateAsync(context);

    /// <summary>"A server MUST accept POST requests, and MAY accept other HTTP methods": operations come by POST alone.</summary>
    protected virtual void CheckMethod(HttpRequest request)
    {
        if (HttpMethods.IsPost(request.Method)) return;

        request.HttpContext.Response.Headers.Allow = HttpMethods.Post;
        throw new RequestRefusedException(
            StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed,
            $"Operations are sent with POST, not with {request.Method}. GET {request.Path}?sdl answers with the schema; a browser is given the IDE.");
    }

    /// <summary>
    /// "When a client does not include at least one supported media type in the Accept HTTP header, the server MUST either
    /// respond with a 406 Not Acceptable status code and stop processing the request (RECOMMENDED) …".
    /// </summary>
    protected virtual ResponseFormat NegotiateFormat(HttpRequest request)
        => ResponseFormat.Negotiate(request.Headers.Accept) ?? throw new RequestRefusedException(
            StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable,
            "Accept names nothing that can be answered. Accept application/graphql-response+json or application/json, in UTF-8.");

    /// <summary>
    /// "A server MUST support POST requests encoded with the application/json media type … encoded with UTF-8." "If the
    /// client does not supply a Content-Type header with a POST request, the server SHOULD reject the request using the
    /// appropriate 4xx status code."
    /// </summary>
    protected virtual void CheckContentType(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && ResponseFormat.IsUtf8(type.Charset)
            && request.Headers.ContentEncoding.Count == 0)
        {
            return;
        }

        throw new RequestRefusedException(
            StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType,
            "The body must be JSON in UTF-8, not compressed, with the header Content-Type: application/json.");
    }

    /// <summary>"Requests that the server cannot interpret SHOULD result in status code 400 (Bad Request)." Over the limit: 413 (RFC 9110, 15.5.14).</summary>
    protected virtual async Task<JsonDocument> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.BodyBytes;
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, RequestBody.Options, context.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, ErrorCodes.BadRequest,
                $"The body is not JSON that can be read, at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}. "
                + $"It must be one JSON object, nested no deeper than {RequestBody.Options.MaxDepth} levels, no member twice.");
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no Unicode, met while looking for doubles.
            throw RequestBody.NotUnicode("variables");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new RequestRefusedException(
                e.StatusCode, ErrorCodes.BodyTooLarge, $"The body is larger than the limit of {limits.BodyBytes} bytes.");
        }
        catch (BadHttpRequestException e)
        {
            throw new RequestRefusedException(e.StatusCode, ErrorCodes.BadRequest, "The body did not arrive whole. Send it again.");
        }
    }

    /// <summary>
    /// "An HTTP request that encodes parameters of the same names but of the wrong type, or that omits required parameters,
    /// is not a well-formed GraphQL-over-HTTP request" and "SHOULD result in status code 400 (Bad Request)".
    /// </summary>
    protected virtual GraphRequest ReadRequest(HttpRequest request, JsonElement body)
        => RequestBody.Read(body, AcceptLanguage.Parse(request.Headers.AcceptLanguage));

    /// <summary>"The server MAY, at its discretion, apply additional validation rules."</summary>
    protected virtual void CheckLimits(GraphRequest request) => DocumentScan.Check(request.Query, limits);

    /// <summary>Runs the operation within its time.</summary>
    protected virtual async Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(limits.ExecutionTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            return await engine.ExecuteAsync(request, either.Token);
        }
        catch (Exception) when (limit.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new RequestRefusedException(
                StatusCodes.Status504GatewayTimeout, ErrorCodes.Timeout,
                $"The operation ran longer than {limits.ExecutionTime.TotalSeconds:0.###} s and was cancelled. Ask for less, or in smaller pages.");
        }
    }

    /// <summary>
    /// application/json: "The server SHOULD use the 200 status code for every response to a well-formed
    /// GraphQL-over-HTTP request, independent of any GraphQL request error or GraphQL field error raised."
    /// application/graphql-response+json: "If the GraphQL response does not contain the data entry then the server MUST
    /// reply with a 4xx or 5xx status code as appropriate"; with data, even null, "it is RECOMMENDED it replies with 200".
    /// </summary>
    protected virtual int StatusOf(GraphResponse response, ResponseFormat format)
        => response.Executed || format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    /// <summary>"In case of errors that completely prevent the generation of a well-formed GraphQL response, the server SHOULD respond with the appropriate status code."</summary>
    protected virtual int StatusOf(RequestRefusedException refusal, ResponseFormat format)
        => refusal.IsWellFormed && format == ResponseFormat.Json ? StatusCodes.Status200OK : refusal.Status;

    /// <summary>"A server MUST indicate the media type of the response with a Content-Type header, and SHOULD indicate the encoding."</summary>
    protected virtual async Task WriteAsync(HttpContext context, int status, ResponseFormat format, GraphResponse response)
    {
        using var buffer = new PooledBuffer();
        ResponseEnvelope.Write(buffer, response);
        context.Response.StatusCode = status;
        context.Response.ContentType = format.ContentType;
        context.Response.ContentLength = buffer.Written.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.BodyWriter.WriteAsync(buffer.Written, context.RequestAborted);
    }

    /// <summary>The schema as text.</summary>
    protected virtual Task WriteSchemaAsync(HttpContext context)
        => Results.Text(engine.Sdl, MediaTypeNames.Text.Plain, Encoding.UTF8).ExecuteAsync(context);

    private static GraphResponse Refusal(string code, string message)
        => new() { Executed = false, Errors = [new GraphError(message, code, [])] };

    private string Report(HttpContext context, Exception fault)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogFault(logger, trace, fault);
        return $"The server failed to answer. Its log has the reason under the trace id {trace}.";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed, trace id {Trace}.")]
    private static partial void LogFault(ILogger logger, string trace, Exception fault);
}
