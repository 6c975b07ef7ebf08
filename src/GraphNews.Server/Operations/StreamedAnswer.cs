using System.Text.Json;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Operations;

/// <summary>One answer of a stream as JSON. Several subscribers may be given the same.</summary>
/// <param name="Body">The JSON object, in UTF-8.</param>
/// <param name="Executed">Whether execution began; a refusal is the last answer of its stream.</param>
internal sealed record StreamedAnswer(ReadOnlyMemory<byte> Body, bool Executed)
{
    /// <summary>An answer that outlives its buffer.</summary>
    public static StreamedAnswer Of(OperationAnswer answer)
    {
        using (answer) return new StreamedAnswer(answer.Body.ToArray(), answer.Executed);
    }

    /// <summary>A response as it goes out.</summary>
    public static StreamedAnswer Of(GraphResponse response) => Of(new OperationAnswer(response));

    /// <summary>Writes the list of a refusal's errors.</summary>
    public void WriteErrors(Utf8JsonWriter writer)
    {
        using var answer = JsonDocument.Parse(Body);
        answer.RootElement.GetProperty("errors").WriteTo(writer);
    }
}
