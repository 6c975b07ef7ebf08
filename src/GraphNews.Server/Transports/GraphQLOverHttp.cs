using System.Buffers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Caching;
using GraphNews.Server.Limits;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports.Sockets;
using GraphNews.Server.Transports.Streams;
using GraphNews.Server.Transports.Tables;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>
/// GraphQL over HTTP: one GET or POST, one operation (or a batch, where that is on), one JSON answer; what asks for a stream
/// goes on to the protocols for that. Each step is a
/// method of its own, so that another protocol or a proxy's wish can change one of them. The quoted sentences are from
/// the GraphQL over HTTP specification (working draft).
/// </summary>
internal class GraphQLOverHttp(
    IGraphEngine engine, OperationPipeline pipeline, GraphQLOverSse events, GraphQLOverWebSocket sockets, GraphQLAsCsv tables, CallerAuthentication callers,
    AnswerForms forms, CacheHeaders caching, RequestFaults faults, LimitsSettings limits, BatchingSettings batching)
{
    /// <summary>The methods that are answered: "A server MUST accept POST requests, and MAY accept other HTTP methods, such as GET."</summary>
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>Answers one request, whatever it holds.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        // Until a media type is agreed, the one "whose status codes can be trusted".
        var format = ResponseFormat.GraphQL;
        try
        {
            if (context.WebSockets.IsWebSocketRequest)
            {
                await sockets.HandleAsync(context);
                return;
            }

            if (IsSchemaRequest(context.Request))
            {
                caching.Begin(context);
                var reader = await AuthenticateAsync(context);
                IntrospectionLimit.Check(reader, limits);
                await WriteSchemaAsync(context, reader);
                return;
            }

            CheckMethod(context.Request);
            format = NegotiateFormat(context.Request);
            var caller = await AuthenticateAsync(context);
            await (HttpMethods.IsPost(context.Request.Method) ? PostAsync(context, caller, format) : GetAsync(context, caller, format));
        }
        catch (RequestRefusedException e)
        {
            await RefuseAsync(context, e, format);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, faults.Of(context, e), format);
        }
    }

    /// <summary>Whether the request asks for the schema as text: <c>GET …?sdl</c>.</summary>
    protected virtual bool IsSchemaRequest(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Query.ContainsKey("sdl");

    /// <summary>Who sent the request, before anything of its body is read.</summary>
    protected virtual Task<Caller> AuthenticateAsync(HttpContext context) => callers.AuthenticateAsync(context);

    /// <summary>Refuses other methods than <see cref="Methods"/>.</summary>
    protected virtual void CheckMethod(HttpRequest request)
    {
        if (Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase)) return;

        throw RequestFaults.NotAllowed(
            request, string.Join(", ", Methods),
            $"Operations are sent with POST or GET, not with {request.Method}. GET {request.Path}?sdl answers with the schema; a browser is given the IDE.");
    }

    /// <summary>
    /// "When a client does not include at least one supported media type in the Accept HTTP header, the server MUST either
    /// respond with a 406 Not Acceptable status code and stop processing the request (RECOMMENDED) …".
    /// </summary>
    protected virtual ResponseFormat NegotiateFormat(HttpRequest request)
        => request.Query.ContainsKey(GraphQLAsCsv.Parameter) ? ResponseFormat.Csv : ResponseFormat.Negotiate(request.Headers.Accept) ?? throw new RequestRefusedException(
            StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable,
            "Accept names nothing that can be answered. Accept application/graphql-response+json, application/json, text/event-stream or, of a saved operation, text/csv, in UTF-8.");

    /// <summary>
    /// A GET: "If the values of {query} and {operationName} indicate that a mutation operation is to be executed, the server
    /// MUST respond with error status code 405 (Method Not Allowed) and halt execution."
    /// </summary>
    protected virtual async Task GetAsync(HttpContext context, Caller caller, ResponseFormat format)
    {
        caching.Begin(context);
        var operation = pipeline.Prepare(RequestUrl.Read(context.Request.Query) with { CostReport = CostHeader.Read(context.Request) }, caller);
        if (operation.IsMutation)
            throw RequestFaults.NotAllowed(context.Request, HttpMethods.Post, "A mutation is sent with POST: whatever repeats or prefetches a GET must change nothing.");

        await RespondAsync(context, operation, caller, format);
    }

    /// <summary>A POST with one operation, or with a batch of them.</summary>
    protected virtual async Task PostAsync(HttpContext context, Caller caller, ResponseFormat format)
    {
        CheckContentType(context.Request);
        using var body = await ReadBodyAsync(context);
        if (body.Root.ValueKind == JsonValueKind.Array)
        {
            if (format == ResponseFormat.Csv)
                throw new RequestRefusedException(StatusCodes.Status400BadRequest, ErrorCodes.NotATable, "CSV is the answer to one operation, not to a list of them. Send them one by one.");

            await PostBatchAsync(context, body.Root, caller, format);
            return;
        }

        await RespondAsync(context, pipeline.Prepare(RequestBody.Read(body.Root) with { CostReport = CostHeader.Read(context.Request) }, caller), caller, format);
    }

    /// <summary>
    /// Answers an operation with one JSON object, or with a stream or table where the client prefers that. A subscription has
    /// nothing but a stream.
    /// </summary>
    protected virtual async Task RespondAsync(HttpContext context, PreparedOperation operation, Caller caller, ResponseFormat format)
    {
        if (format == ResponseFormat.EventStream || (operation.IsSubscription && ResponseFormat.EventStream.IsAccepted(context.Request.Headers.Accept)))
        {
            await events.AnswerAsync(context, operation, caller);
            return;
        }

        CheckIsAnsweredOnce(operation);
        if (format == ResponseFormat.Csv)
        {
            await tables.AnswerAsync(context, operation, caller);
            return;
        }

        using var answer = await AnswerAsync(context, operation, caller);
        if (!HttpMethods.IsPost(context.Request.Method) && caching.Describe(context, answer, caller))
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await WriteAsync(context, StatusOf(answer, format), format, forms.Choose(context, answer));
    }

    /// <summary>Refuses a subscription where one answer is asked for.</summary>
    protected virtual void CheckIsAnsweredOnce(PreparedOperation operation)
    {
        if (!operation.IsSubscription) return;

        throw new RequestRefusedException(
            StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable,
            "A subscription is answered by a stream. Accept text/event-stream, or send it over a WebSocket in the protocol graphql-transport-ws.");
    }

    /// <summary>
    /// A list of operations, answered one after another with a list of answers in their order. No specification knows it;
    /// clients such as Apollo's batch link do. What is refused of one operation is its answer, so the whole has status 200.
    /// </summary>
    protected virtual async Task PostBatchAsync(HttpContext context, JsonElement batch, Caller caller, ResponseFormat format)
    {
        batching.Check(batch.GetArrayLength());
        var operations = batch.EnumerateArray().Select(RequestBody.Read).Select(one => one with { CostReport = CostHeader.Read(context.Request) }).ToList();

        using var answers = new PooledBuffer();
        answers.Write("["u8);
        foreach (var parameters in operations)
        {
            if (answers.Written.Length > 1) answers.Write(","u8);
            using var answer = await AnswerInBatchAsync(context, parameters, caller);
            answers.Write(answer.Body.Span);
        }

        answers.Write("]"u8);
        await WriteAsync(context, StatusCodes.Status200OK, format, answers.Written);
    }

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
            "The body must be JSON in UTF-8, not compressed, with the header Content-Type: application/json. There are no uploads, and so no forms.");
    }

    /// <summary>The JSON that a POST brings.</summary>
    protected virtual Task<ReceivedBody> ReadBodyAsync(HttpContext context) => ReceivedBody.ReadAsync(context, limits);

    /// <summary>Has the operation answered.</summary>
    protected virtual Task<OperationAnswer> AnswerAsync(HttpContext context, PreparedOperation operation, Caller caller)
        => pipeline.AnswerAsync(operation, caller, AcceptLanguage.Parse(context.Request.Headers.AcceptLanguage), MinVersion.Read(context.Request.Headers), context.RequestAborted);

    /// <summary>
    /// application/json: "The server SHOULD use the 200 status code for every response to a well-formed
    /// GraphQL-over-HTTP request, independent of any GraphQL request error or GraphQL field error raised."
    /// application/graphql-response+json: "If the GraphQL response does not contain the data entry then the server MUST
    /// reply with a 4xx or 5xx status code as appropriate"; with data, even null, "it is RECOMMENDED it replies with 200".
    /// </summary>
    protected virtual int StatusOf(OperationAnswer answer, ResponseFormat format)
        => answer.IsForLater ? StatusCodes.Status503ServiceUnavailable
            : answer.Executed || format == ResponseFormat.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    /// <summary>"In case of errors that completely prevent the generation of a well-formed GraphQL response, the server SHOULD respond with the appropriate status code."</summary>
    protected virtual int StatusOf(RequestRefusedException refusal, ResponseFormat format)
        => refusal.IsWellFormed && format == ResponseFormat.Json ? StatusCodes.Status200OK : refusal.Status;

    /// <summary>"A server MUST indicate the media type of the response with a Content-Type header, and SHOULD indicate the encoding."</summary>
    protected virtual async Task WriteAsync(HttpContext context, int status, ResponseFormat format, ReadOnlyMemory<byte> body)
    {
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "1";
        await WholeBody.WriteAsync(context, status, format.ContentType, body);
    }

    /// <summary>The schema as text; a client that has it is told so.</summary>
    protected virtual async Task WriteSchemaAsync(HttpContext context, Caller caller)
    {
        var text = Encoding.UTF8.GetBytes(engine.Sdl);
        if (caching.Describe(context, KeptAnswer.TagOf(text, version: null), caller))
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await WholeBody.WriteAsync(context, StatusCodes.Status200OK, $"{MediaTypeNames.Text.Plain}; charset=utf-8", text);
    }

    private async Task<OperationAnswer> AnswerInBatchAsync(HttpContext context, OperationParameters parameters, Caller caller)
    {
        try
        {
            var operation = pipeline.Prepare(parameters, caller);
            CheckIsAnsweredOnce(operation);
            return await AnswerAsync(context, operation, caller);
        }
        catch (RequestRefusedException refusal)
        {
            return new OperationAnswer(refusal.ToResponse());
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            return new OperationAnswer(faults.Of(context, e).ToResponse());
        }
    }

    private async Task RefuseAsync(HttpContext context, RequestRefusedException refusal, ResponseFormat format)
    {
        if (format == ResponseFormat.EventStream || format == ResponseFormat.Csv) format = ResponseFormat.GraphQL;
        RequestFaults.DescribeWait(context, refusal);
        using var answer = new OperationAnswer(refusal.ToResponse());
        await WriteAsync(context, StatusOf(refusal, format), format, answer.Body);
    }
}
