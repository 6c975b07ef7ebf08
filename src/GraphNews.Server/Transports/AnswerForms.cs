using GraphNews.Server.Caching;
using GraphNews.Server.Operations;
using GraphNews.Server.Settings;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace GraphNews.Server.Transports;

/// <summary>
/// Chooses the form in which an answer goes out. One that others are given, too, is compressed once for all of them; every
/// other is left to <see cref="AnswerCompression"/>.
/// </summary>
internal sealed class AnswerForms(AnswerCache answers, IResponseCompressionProvider compression, CompressionSettings settings)
{
    /// <summary>The bytes to send; the response says how they are encoded.</summary>
    public ReadOnlyMemory<byte> Choose(HttpContext context, OperationAnswer answer)
    {
        if (!settings.Enabled || answer.Kept is not { Tag: not null } kept || kept.Body.Length < settings.FromBytes) return answer.Body;
        if (context.Request.Headers.AcceptEncoding.Count == 0 || compression.GetCompressionProvider(context) is not { } encoding) return answer.Body;

        context.Response.Headers.ContentEncoding = encoding.EncodingName;
        if (context.Response.Headers.Vary.Count == 0) context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        return answers.Compressed(kept, encoding);
    }
}
