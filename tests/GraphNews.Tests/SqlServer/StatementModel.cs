using System.Text;

namespace GraphNews.Tests.SqlServer;

/// <summary>Lets DacFx bind statements to the tables: each becomes the body of a procedure.</summary>
internal static class StatementModel
{
    /// <summary>What DacFx has to say against the statements; empty if every name leads somewhere.</summary>
    public static IReadOnlyList<string> Check(MigratedSchema schema, IReadOnlyCollection<LoggedStatement> statements)
    {
        using var model = schema.CreateModel();
        var number = 0;
        foreach (var statement in statements) model.AddObjects(Procedure(++number, statement));
        return [.. model.Validate().Select(message => message.ToString())];
    }

    private static string Procedure(int number, LoggedStatement statement)
    {
        var text = new StringBuilder($"CREATE PROCEDURE [dbo].[Statement{number}]");
        text.AppendJoin(",", statement.Parameters.Select(parameter => $" {parameter.Name} {parameter.Type}"));
        return text.Append(" AS\nBEGIN\n").Append(statement.Text).Append("\nEND").ToString();
    }
}
