using System.Data;
using Microsoft.Data.SqlClient;

namespace GraphNews.Tests.SqlServer;

/// <summary>A statement that would have gone to SQL Server, and how its parameters are declared.</summary>
internal sealed record LoggedStatement(string Text, IReadOnlyList<(string Name, string Type)> Parameters)
{
    public static LoggedStatement Of(SqlCommand command)
        => new(command.CommandText, [.. command.Parameters.Cast<SqlParameter>().Select(parameter => (Name(parameter), Declaration(parameter)))]);

    /// <summary>The types of the parameters by name, without lengths.</summary>
    public IReadOnlyDictionary<string, TSqlType> Types { get; }
        = Parameters.ToDictionary(parameter => parameter.Name, parameter => new TSqlType(parameter.Type.Split('(')[0]));

    private static string Name(SqlParameter parameter) => parameter.ParameterName.StartsWith('@') ? parameter.ParameterName : $"@{parameter.ParameterName}";

    private static string Declaration(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar => parameter.Size is > 0 and <= 4000 ? $"nvarchar({parameter.Size})" : "nvarchar(max)",
        SqlDbType.BigInt or SqlDbType.Int or SqlDbType.Bit or SqlDbType.Float or SqlDbType.Date or SqlDbType.DateTime2
            => parameter.SqlDbType.ToString().ToLowerInvariant(),
        var other => throw new TSqlMistakeException($"{parameter.ParameterName} is a {other}, which no column is."),
    };
}

/// <summary>What would have gone to SQL Server, each statement once, and in which transactions.</summary>
internal sealed class StatementLog
{
    private readonly Dictionary<string, LoggedStatement> _statements = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LoggedStatement> Statements => _statements.Values;

    public List<IsolationLevel> Transactions { get; } = [];

    /// <summary>Notes a statement; whether it is the first of its text.</summary>
    public bool Add(LoggedStatement statement) => _statements.TryAdd(statement.Text, statement);
}
