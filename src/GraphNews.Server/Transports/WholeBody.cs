namespace GraphNews.Server.Transports;

/// <summary>Sends an answer whose bytes are all there, so that its status is true.</summary>
internal static class WholeBody
{
    /// <param name="context">The request; HEAD gets all but the body.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The media type with its charset.</param>
    /// <param name="body">The bytes.</param>
    public static async Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
