using System.Buffers;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Auth;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;

namespace GraphNews.Server.Transports.Streams;

/// <summary>
/// GraphQL over server-sent events, one operation on each request: the "distinct connections mode" of the graphql-sse
/// protocol. Each answer is an event <c>next</c>; the last event is <c>complete</c>. A comment now and then keeps proxies
/// from closing what is quiet.
/// </summary>
internal sealed class GraphQLOverSse(
    StreamedOperations operations, CallerAuthentication callers, OpenConnections connections, StreamsSettings settings, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static ReadOnlySpan<byte> Comment => ":\n\n"u8;

    /// <summary>Answers an operation whose document was found, until it ends or its client is gone.</summary>
    /// <exception cref="RequestRefusedException">There are as many connections as may be; nothing was written.</exception>
    public async Task AnswerAsync(HttpContext context, PreparedOperation operation, Caller caller)
    {
        using var place = connections.Enter(context);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await BeginAsync(context, gone.Token);
        if (HttpMethods.IsHead(context.Request.Method)) return;

        try
        {
            var languages = AcceptLanguage.Parse(context.Request.Headers.AcceptLanguage);
            if (await WriteAllAsync(context, operations.AnswerAsync(operation, caller, languages, gone.Token), caller, gone.Token))
                await WriteAsync(context, "complete"u8, default, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Without "complete": a client whose stream breaks off connects again, here or at another server.
        }
    }

    private static async Task BeginAsync(HttpContext context, CancellationToken cancel)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = ResponseFormat.EventStream.ContentType;
        context.Response.Headers.CacheControl = "no-cache, no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // Proxies of the nginx family keep answers until they are whole, unless they are told.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await context.Response.StartAsync(cancel);
    }

    /// <summary>Writes each answer, and a sign of life in between; false if the client's credentials have ended meanwhile.</summary>
    private async Task<bool> WriteAllAsync(HttpContext context, IAsyncEnumerable<StreamedAnswer> answers, Caller caller, CancellationToken cancel)
    {
        await WriteCommentAsync(context, cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var each = answers.GetAsyncEnumerator(stop.Token);
        while (true)
        {
            var next = each.MoveNextAsync().AsTask();
            try
            {
                while (!next.IsCompleted)
                {
                    await Task.WhenAny(next, Task.Delay(settings.KeepAlive, time, cancel));
                    if (next.IsCompleted) break;

                    cancel.ThrowIfCancellationRequested();
                    await WriteCommentAsync(context, cancel);
                    if (!caller.IsAuthenticated || await RefusalAsync(context) is not { } refusal) continue;

                    await WriteAsync(context, "next"u8, StreamedAnswer.Of(refusal.ToResponse()).Body, cancel);
                    return true;
                }

                if (!await next) return true;
            }
            finally
            {
                // An enumeration is disposed of only while it rests.
                if (!next.IsCompleted) await stop.CancelAsync();
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await WriteAsync(context, "next"u8, each.Current.Body, cancel);
        }
    }

    /// <summary>Why the client's key or token is no good any more; null if it is.</summary>
    private async Task<RequestRefusedException?> RefusalAsync(HttpContext context)
    {
        try
        {
            await callers.AuthenticateAsync(context.Request.Headers.Authorization, context.RequestAborted);
            return null;
        }
        catch (RequestRefusedException refusal) when (refusal.Code == ErrorCodes.Unauthenticated)
        {
            return refusal;
        }
    }

    private Task WriteCommentAsync(HttpContext context, CancellationToken cancel)
    {
        context.Response.BodyWriter.Write(Comment);
        return FlushAsync(context, cancel);
    }

    private Task WriteAsync(HttpContext context, ReadOnlySpan<byte> type, ReadOnlyMemory<byte> data, CancellationToken cancel)
    {
        // JSON has no line breaks as it is written here, so that one line of data holds it.
        var output = context.Response.BodyWriter;
        output.Write("event: "u8);
        output.Write(type);
        output.Write("\ndata: "u8);
        output.Write(data.Span);
        output.Write("\n\n"u8);
        return FlushAsync(context, cancel);
    }

    /// <summary>A client that takes nothing for so long is gone, or as good as.</summary>
    private async Task FlushAsync(HttpContext context, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(settings.SendTimeout, time);
        await using var abort = late.Token.Register(context.Abort);
        await context.Response.BodyWriter.FlushAsync(cancel);
    }
}
