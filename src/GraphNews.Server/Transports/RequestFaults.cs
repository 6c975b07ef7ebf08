using System.Diagnostics;
using System.Globalization;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using GraphNews.Server.Operations;

namespace GraphNews.Server.Transports;

/// <summary>What a request is told that cannot be answered: the same by every address of the server.</summary>
internal sealed partial class RequestFaults(IGraphStorage storage, ILogger<RequestFaults> logger)
{
    /// <summary>The refusal that stands for a fault of the server, which its log tells, or of its database.</summary>
    public RequestRefusedException Of(HttpContext context, Exception fault)
    {
        if (storage.IsUnavailable(fault))
        {
            return new RequestRefusedException(
                StatusCodes.Status503ServiceUnavailable, ErrorCodes.DatabaseUnavailable, "The database is out of service for the moment. Ask again in a few seconds.");
        }

        var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogFault(logger, trace, fault);
        return new RequestRefusedException(
            StatusCodes.Status500InternalServerError, ErrorCodes.Internal, $"The server failed to answer. Its log has the reason under the trace id {trace}.");
    }

    /// <summary>The refusal of a method that is not one of the address.</summary>
    public static RequestRefusedException NotAllowed(HttpRequest request, string allowed, string message)
    {
        request.HttpContext.Response.Headers.Allow = allowed;
        return new RequestRefusedException(StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed, message);
    }

    /// <summary>Says when the same request may succeed, where that is known.</summary>
    public static void DescribeWait(HttpContext context, RequestRefusedException refusal)
    {
        var wait = refusal.RetryAfter ?? (refusal.Status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(1) : null);
        if (wait is { } known) context.Response.Headers.RetryAfter = Math.Ceiling(known.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a refusal as JSON, in the form of an answer's errors.</summary>
    public static async Task RefuseAsync(HttpContext context, RequestRefusedException refusal)
    {
        DescribeWait(context, refusal);
        using var answer = new OperationAnswer(refusal.ToResponse());
        await WholeBody.WriteAsync(context, refusal.Status, ResponseFormat.Json.ContentType, answer.Body);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed, trace id {Trace}.")]
    private static partial void LogFault(ILogger logger, string trace, Exception fault);
}
