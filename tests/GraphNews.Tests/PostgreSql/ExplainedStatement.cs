using System.Text.Json;
using Npgsql;

namespace GraphNews.Tests.PostgreSql;

/// <summary>
/// A statement that PostgreSQL ran, and how, as its auto_explain tells. It was told to go from row to row by indexes,
/// however small the tables are: where it goes through a table none the less, no index serves.
/// </summary>
/// <param name="Text">The statement.</param>
/// <param name="Plan">The topmost node of its plan.</param>
internal sealed record ExplainedStatement(string Text, JsonElement Plan)
{
    private const int FewRows = 100;

    /// <summary>Has a connection tell each statement that it runs from now on.</summary>
    public static async Task NoteAsync(NpgsqlConnection connection, Action<ExplainedStatement> note, CancellationToken cancel)
    {
        connection.Notice += (_, notice) =>
        {
            if (notice.Notice.MessageText.IndexOf('{', StringComparison.Ordinal) is var start and >= 0)
                note(Of(notice.Notice.MessageText[start..]));
        };
        await using var command = connection.CreateCommand();
        command.CommandText = "SET auto_explain.log_level = 'notice'; SET auto_explain.log_format = 'json'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_analyze = on; SET auto_explain.log_timing = off; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Steps that go through a table or index, and over rows that nobody asked for. Where a table is empty, or all of it is what was
    /// asked for, going through it is a search. The one-row table Graph does not grow; a page of a whole list goes along an index and
    /// stops when it is full.
    /// </summary>
    public IEnumerable<string> Scans()
        => Steps(Plan, isPage: false)
            .Where(step => !step.IsPage && step.Node.TryGetProperty("Relation Name", out var table) && table.GetString() != "Graph"
                && !IsSearch(step.Node) && PassesOver(step.Node) > FewRows)
            .Select(step => step.Node.GetRawText());

    /// <summary>The rows that the steps of the plan gave or passed over.</summary>
    public long Rows() => Steps(Plan, isPage: false).Sum(step => Number(step.Node, "Actual Loops") * (Number(step.Node, "Actual Rows") + Number(step.Node, "Rows Removed by Filter")));

    public override string ToString() => $"{Text}\n{Plan}";

    /// <summary>The rows that a step reads beside those that it was to find; without a condition it was to find none.</summary>
    private static long PassesOver(JsonElement node)
        => Number(node, "Actual Loops") * (Number(node, "Rows Removed by Filter") + (node.TryGetProperty("Filter", out _) ? 0 : Number(node, "Actual Rows")));

    private static long Number(JsonElement node, string member) => node.TryGetProperty(member, out var number) ? (long)number.GetDouble() : 0;

    private static ExplainedStatement Of(string explained)
    {
        var told = JsonDocument.Parse(explained).RootElement;
        return new ExplainedStatement(told.GetProperty("Query Text").GetString()!, told.GetProperty(nameof(Plan)));
    }

    /// <summary>Whether a step goes to the rows of some keys.</summary>
    private static bool IsSearch(JsonElement node)
        => node.TryGetProperty("Index Cond", out _) || node.GetProperty("Node Type").GetString() == "Bitmap Heap Scan";

    /// <summary>The steps with whether each ends as soon as a page is full: below a Limit, until something needs all rows first.</summary>
    private static IEnumerable<(JsonElement Node, bool IsPage)> Steps(JsonElement node, bool isPage)
    {
        isPage = node.GetProperty("Node Type").GetString() switch
        {
            "Limit" => true,
            "Sort" or "Aggregate" or "Hash" or "WindowAgg" => false,
            _ => isPage,
        };
        return node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(step => Steps(step, isPage)).Prepend((node, isPage)) : [(node, isPage)];
    }
}
