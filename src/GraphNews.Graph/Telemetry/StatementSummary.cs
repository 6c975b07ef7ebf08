using System.Text.RegularExpressions;

namespace GraphNews.Graph.Telemetry;

/// <summary>A statement in two words, such as <c>SELECT Meetings</c>: few enough to group by, whatever was asked.</summary>
internal static partial class StatementSummary
{
    /// <summary>What it does, and the first table that it names.</summary>
    public static string Of(string text)
    {
        var (operation, table) = (Operation().Match(text), Table().Match(text));
        return (operation.Success, table.Success) switch
        {
            (true, true) => $"{operation.Value.ToUpperInvariant()} {table.Groups[1].Value}",
            (true, false) => operation.Value.ToUpperInvariant(),
            _ => "statement",
        };
    }

    [GeneratedRegex(@"\b(?:SELECT|INSERT|UPDATE|DELETE|MERGE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Operation();

    [GeneratedRegex(@"\b(?:FROM|INTO|UPDATE)\s+[""\[]?(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Table();
}
