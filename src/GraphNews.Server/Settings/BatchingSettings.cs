using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Errors;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Settings;

/// <summary>Whether one POST may hold several operations. Section <c>Batching</c>.</summary>
internal sealed record BatchingSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Batching";

    /// <summary>Whether a list of operations is answered. One operation with several root fields needs no list.</summary>
    public bool Enabled { get; init; }

    /// <summary>The most operations of a list: each may cost what one may.</summary>
    [Range(1, 1_000)]
    public int MaxOperations { get; init; } = 10;

    /// <exception cref="RequestRefusedException">Batching is off, or the list is empty or too long.</exception>
    public void Check(int operations)
    {
        if (!Enabled) throw Refuse("The body is a list of operations, and batching is off. Send one at a time, as a JSON object.");
        if (operations == 0) throw RequestBody.Malformed("The body is an empty list. Send an operation, as a JSON object.");
        if (operations > MaxOperations) throw Refuse($"The body lists {operations} operations; the limit is {MaxOperations}. Send them in several requests.");
    }

    private static RequestRefusedException Refuse(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BatchRefused, message);
}
