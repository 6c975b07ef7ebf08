using System.Text.RegularExpressions;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// Says in SQLite's words what a statement for SQL Server asks, so that its answer can be looked at without a server. It
/// knows what writes, imports and exports use; what it does not know SQLite refuses.
/// </summary>
internal static partial class SqliteText
{
    public static string Of(string statement)
    {
        var text = Settings().Replace(statement, "");
        text = Keys().Replace(text, "json_each($1)");
        text = text.Replace("+ N'", "|| N'", StringComparison.Ordinal).Replace("' + ", "' || ", StringComparison.Ordinal);
        text = National().Replace(text, "'");
        text = Length().Replace(text, "length(");
        text = text.Replace("COUNT_BIG(", "COUNT(", StringComparison.Ordinal)
            .Replace("SAVE TRANSACTION", "SAVEPOINT", StringComparison.Ordinal).Replace("ROLLBACK TRANSACTION", "ROLLBACK TO", StringComparison.Ordinal);
        text = Output().Replace(text, "$1 RETURNING 1;");
        text = Page().Replace(text, "LIMIT $2 OFFSET $1");
        text = Update().Replace(text, SetBased);
        text = Delete().Replace(text, "DELETE FROM $2 AS [$1]");
        return Limited(text);
    }

    /// <summary>What EF Core's ExecuteUpdate writes: SQLite names the table first, and the columns without it.</summary>
    private static string SetBased(Match update)
    {
        var alias = $"[{update.Groups["alias"].Value}]";
        return $"UPDATE {update.Groups["table"].Value} AS {alias} SET {update.Groups["set"].Value.Replace($"{alias}.", "", StringComparison.Ordinal)}";
    }

    /// <summary>TOP goes to the end of its query.</summary>
    private static string Limited(string text)
    {
        while (Top().Match(text) is { Success: true } top)
        {
            var (depth, end) = (0, top.Index + top.Length);
            for (; end < text.Length && text[end] != ';'; end++)
            {
                depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
                if (depth < 0) break;
            }

            text = $"{text[..top.Index]}SELECT {text[(top.Index + top.Length)..end]} LIMIT {top.Groups[1].Value}{text[end..]}";
        }

        return text;
    }

    [GeneratedRegex(@"SET (NOCOUNT|IMPLICIT_TRANSACTIONS) (ON|OFF);\s*")]
    private static partial Regex Settings();

    [GeneratedRegex(@"OPENJSON\((@\w+)\) WITH \(\[value\] [^']*'\$'\)")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\bN'")]
    private static partial Regex National();

    [GeneratedRegex(@"\bLEN\(")]
    private static partial Regex Length();

    [GeneratedRegex(@"OUTPUT 1\s+(WHERE [^;]*);")]
    private static partial Regex Output();

    [GeneratedRegex(@"OFFSET (\S+) ROWS FETCH NEXT (\S+) ROWS ONLY")]
    private static partial Regex Page();

    [GeneratedRegex(@"UPDATE \[(?<alias>\w+)\]\s+SET (?<set>.*?)\s+FROM (?<table>\[\w+\]) AS \[\k<alias>\]", RegexOptions.Singleline)]
    private static partial Regex Update();

    [GeneratedRegex(@"DELETE FROM \[(\w+)\]\s+FROM (\[\w+\]) AS \[\1\]")]
    private static partial Regex Delete();

    [GeneratedRegex(@"SELECT TOP\((\w+|@\w+)\) ")]
    private static partial Regex Top();
}
