using System.Text.Json;
using Npgsql;

namespace GraphNews.Tests.PostgreSql;

/// <summary>A statement that PostgreSQL ran, and how, as its auto_explain tells.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Plan">The topmost node of its plan.</param>
internal sealed record ExplainedStatement(string Text, JsonElement Plan)
{
    /// <summary>Has a connection tell each statement that it runs from now on.</summary>
    public static async Task NoteAsync(NpgsqlConnection connection, Action<ExplainedStatement> note, CancellationToken cancel)
    {
        connection.Notice += (_, notice) =>
        {
            if (notice.Notice.MessageText.IndexOf('{', StringComparison.Ordinal) is var start and >= 0)
                note(Of(notice.Notice.MessageText[start..]));
        };
        await using var command = connection.CreateCommand();
        command.CommandText = "SET auto_explain.log_level = 'notice'; SET auto_explain.log_format = 'json'; SET auto_explain.log_min_duration = 0";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>All nodes of the plan, each with what the JSON says of it.</summary>
    public IEnumerable<JsonElement> Nodes() => Nodes(Plan);

    public override string ToString() => $"{Text}\n{Plan}";

    private static ExplainedStatement Of(string explained)
    {
        var told = JsonDocument.Parse(explained).RootElement;
        return new ExplainedStatement(told.GetProperty("Query Text").GetString()!, told.GetProperty("Plan"));
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node)
        => node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];
}
