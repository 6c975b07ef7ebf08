using System.Text.RegularExpressions;
using GraphNews.Graph;
using GraphNews.Storage.SqlServer;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GraphNews.Tests.SqlServer;

/// <summary>The tables as the migrations leave them, in a model of DacFx: no server is asked.</summary>
internal sealed partial class MigratedSchema
{
    private readonly IReadOnlyList<string> _definitions;
    private readonly Dictionary<string, IReadOnlyDictionary<string, TSqlType>> _tables;

    private MigratedSchema(string script)
    {
        Batches = [.. Separator().Split(script).Select(batch => batch.Trim()).Where(batch => batch.Length > 0)];
        var statements = Batches.SelectMany(batch => TSqlText.Parse(batch).Batches).SelectMany(batch => batch.Statements).ToList();
        _definitions = [.. statements.Where(statement => statement is CreateTableStatement or CreateIndexStatement).Select(TSqlText.Of)];
        using var model = CreateModel();
        _tables = model.GetObjects(DacQueryScopes.UserDefined, Microsoft.SqlServer.Dac.Model.Table.TypeClass).ToDictionary(
            table => table.Name.Parts[^1],
            table => (IReadOnlyDictionary<string, TSqlType>)table.GetReferenced(Microsoft.SqlServer.Dac.Model.Table.Columns).ToDictionary(
                column => column.Name.Parts[^1],
                column => new TSqlType(column.GetReferenced(Column.DataType).Single().Name.Parts[^1], table.Name.Parts[^1], column.Name.Parts[^1])));
    }

    public static MigratedSchema Current { get; } = new(Script());

    /// <summary>The batches that bring an empty database up to date.</summary>
    public IReadOnlyList<string> Batches { get; }

    /// <summary>The tables that the migrations create.</summary>
    public IEnumerable<string> Tables => _tables.Keys;

    /// <summary>The same migrations with one text in place of another: what would be if somebody changed one place only.</summary>
    public static MigratedSchema With(string text, string replacement)
    {
        var script = Script();
        Assert.Contains(text, script, StringComparison.Ordinal);
        return new MigratedSchema(script.Replace(text, replacement, StringComparison.Ordinal));
    }

    public IReadOnlyDictionary<string, TSqlType> Table(TableReference reference)
    {
        var name = ((NamedTableReference)reference).SchemaObject.BaseIdentifier.Value;
        return _tables.GetValueOrDefault(name) ?? throw new TSqlMistakeException($"There is no table [{name}].");
    }

    public IReadOnlyDictionary<string, TSqlType> Table(string name) => _tables[name];

    /// <summary>A new model of the tables and their indexes, to which statements can be added.</summary>
    public TSqlModel CreateModel()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = SqlServerDatabase.Collation });
        foreach (var definition in _definitions) model.AddObjects(definition);
        return model;
    }

    private static string Script()
    {
        using var context = new GraphDbContext(SqlServerOptions.For("Server=nowhere;Database=nothing"));
        return context.GetService<IMigrator>().GenerateScript();
    }

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
