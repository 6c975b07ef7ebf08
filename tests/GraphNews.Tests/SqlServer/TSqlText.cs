using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GraphNews.Tests.SqlServer;

/// <summary>Parses T-SQL as SQL Server 2022 does.</summary>
internal static class TSqlText
{
    public static TSqlScript Parse(string text)
    {
        using var reader = new StringReader(text);
        var parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, string.Join("\n", errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")) + "\n" + text);
        return (TSqlScript)parsed;
    }

    /// <summary>The text of a part of a statement, as it was written.</summary>
    public static string Of(TSqlFragment fragment)
        => string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(token => token.Text));
}
