using System.Text;
using System.Text.Json;

namespace GraphNews.Benchmarks;

/// <summary>What is asked.</summary>
/// <param name="Name">How tables call it.</param>
/// <param name="Operation">The GraphQL document.</param>
/// <param name="Path">Where the limit answers it.</param>
internal sealed record Question(string Name, string Operation, string Path)
{
    /// <summary>The sample operation, about an official with 50 meetings and 200 participations.</summary>
    public static Question HammouchiMeetings { get; } = new("HammouchiMeetings", ReadHammouchiMeetings(), "/hammouchi-meetings");

    /// <summary>A page of officials.</summary>
    public static Question Officials { get; } = new("100 officials", Read("operations", "OfficialsPage"), "/officials");

    /// <summary>Whom the best-connected official met. A question of seconds on a large graph: one client asks.</summary>
    public static Question Counterparts { get; } = new("counterparts", Read("operations", "CounterpartsOfOne"), "/counterparts") { Clients = 1 };

    /// <summary>How many clients ask at once.</summary>
    public int Clients { get; init; } = 32;

    /// <summary>What one client sends. The variable, which no operation uses, tells clients apart: none may share the answer that is being computed for another.</summary>
    public byte[] RequestOf(int client, Uri address, string path, string? operation = null)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new { query = operation ?? Operation, variables = new { client } });
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json, application/json\r\nContent-Length: {json.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. json];
    }

    private static string ReadHammouchiMeetings()
        => Read(System.IO.Path.Combine("schema", "operations"), "HammouchiMeetings")
            .Replace("abdellatif-hammouchi", GraphFolder.Official, StringComparison.Ordinal)
            .Replace("meetings(first: 20", "meetings(first: 50", StringComparison.Ordinal);

    private static string Read(string folder, string name) => File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, folder, $"{name}.graphql"));
}
