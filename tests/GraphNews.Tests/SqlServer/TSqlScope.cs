namespace GraphNews.Tests.SqlServer;

/// <summary>The tables that an expression can name, and those of the statements around it.</summary>
internal sealed class TSqlScope(TSqlScope? outer)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, TSqlType>> _tables = new(StringComparer.Ordinal);

    public void Add(string alias, IReadOnlyDictionary<string, TSqlType> columns) => _tables.Add(alias, columns);

    public IEnumerable<IReadOnlyDictionary<string, TSqlType>> Tables => _tables.Values;

    public TSqlType Find(string? alias, string column)
    {
        if (alias is null)
        {
            var found = _tables.Values.Select(columns => columns.GetValueOrDefault(column)).OfType<TSqlType>().ToList();
            if (found.Count == 1) return found[0];
            if (found.Count > 1) throw new TSqlMistakeException($"[{column}] may be a column of several tables.");
        }
        else if (_tables.TryGetValue(alias, out var columns))
        {
            return columns.GetValueOrDefault(column) ?? throw new TSqlMistakeException($"[{alias}] has no column [{column}].");
        }

        return outer?.Find(alias, column) ?? throw new TSqlMistakeException($"Nothing is called {(alias is null ? "" : $"[{alias}].")}[{column}] here.");
    }
}

/// <summary>A name that leads nowhere, or types that do not go together.</summary>
public sealed class TSqlMistakeException(string message) : Exception(message);
