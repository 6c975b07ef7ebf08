using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GraphNews.Graph.Execution;

/// <summary>A fault of the server while it answers a field: the log has it, the client only where to look.</summary>
public static partial class FieldFault
{
    /// <summary>What the client is told.</summary>
    public static string Message()
        => $"The server failed to answer this field. Its log has the reason under the trace id {Activity.Current?.TraceId.ToString() ?? "none"}.";

    /// <summary>What the log keeps.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "The field {Field} failed.")]
    public static partial void Log(ILogger logger, string? field, Exception error);
}
