using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.Walk;

/// <summary>What SQLite's EXPLAIN QUERY PLAN tells of a statement.</summary>
internal sealed record QueryPlan(string Statement, IReadOnlyList<string> Steps)
{
    public static async Task<QueryPlan> OfAsync(SqliteConnection connection, string statement)
    {
        await using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + statement;
        await using var reader = await explain.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return new QueryPlan(statement, steps);
    }

    /// <summary>
    /// Steps that go through all of a table or index. The keys of a question, the rows that the statement itself made
    /// and the one-row table Graph are none that grow. A page of a whole list goes along an index in the list's order and
    /// stops when it is full: that is a scan only where it has to be sorted first.
    /// </summary>
    public IEnumerable<string> Scans()
    {
        var made = Steps.Where(step => step.StartsWith("CO-ROUTINE ", StringComparison.Ordinal) || step.StartsWith("MATERIALIZE ", StringComparison.Ordinal))
            .Select(step => step[(step.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .ToHashSet(StringComparer.Ordinal);
        return Steps.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)
            && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
            && !IsPage(step)
            && !made.Contains(step.Split(' ')[1])
            && !Statement.Contains($"\"Graph\" AS \"{step.Split(' ')[1]}\"", StringComparison.Ordinal));
    }

    private bool IsPage(string step)
        => step.Contains("USING ", StringComparison.Ordinal) && Statement.Contains("LIMIT", StringComparison.Ordinal)
            && !Steps.Contains("USE TEMP B-TREE FOR ORDER BY") && !Steps.Any(other => other.StartsWith("SEARCH", StringComparison.Ordinal));

    public override string ToString() => Statement + "\n" + string.Join("\n", Steps);
}
