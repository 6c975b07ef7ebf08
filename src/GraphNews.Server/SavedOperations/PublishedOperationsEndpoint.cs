using GraphNews.Server.Auth;
using GraphNews.Server.Limits;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.SavedOperations;

/// <summary>
/// Answers <c>GET /operations</c> with the list of trusted documents. They tell of the schema, and so are told to whom the
/// schema is told.
/// </summary>
internal sealed class PublishedOperationsEndpoint(
    PublishedOperations operations, CallerAuthentication callers, CacheHeaders caching, RequestFaults faults, LimitsSettings limits)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            CheckMethod(context.Request);
            caching.Begin(context);
            var caller = await callers.AuthenticateAsync(context);
            IntrospectionLimit.Check(caller, limits);
            if (caching.Describe(context, operations.Tag, caller))
                context.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                await WholeBody.WriteAsync(context, StatusCodes.Status200OK, ResponseFormat.Json.ContentType, operations.Json);
        }
        catch (RequestRefusedException refusal)
        {
            await RequestFaults.RefuseAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await RequestFaults.RefuseAsync(context, faults.Of(context, e));
        }
    }

    private static void CheckMethod(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return;

        throw RequestFaults.NotAllowed(request, $"{HttpMethods.Get}, {HttpMethods.Head}", $"The list of saved operations is read with GET, not with {request.Method}. Operations are sent to /graphql.");
    }
}
