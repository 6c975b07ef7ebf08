using System.Linq.Expressions;
using System.Reflection;
using GraphNews.Graph.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Walk;

/// <summary>What a statement is compiled against.</summary>
internal sealed record StatementScope(GraphDbContext Context, SchemaBinding Binding, StatementValues Values, OperationLanguages Languages)
{
    private static readonly MethodInfo SetMethod = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!;

    public IModel Model => Context.Model;

    /// <summary>All rows of a table.</summary>
    public Expression Rows<TRow>()
        where TRow : class
        => Context.Set<TRow>().AsQueryable().Expression;

    /// <inheritdoc cref="Rows{TRow}()"/>
    public Expression Rows(Type row) => ((IQueryable)SetMethod.MakeGenericMethod(row).Invoke(Context, null)!).Expression;

    public IProperty Column(Type row, string property) => Model.FindEntityType(row)!.FindProperty(property)!;

    /// <summary>The column that an expression reads; null if it computes something.</summary>
    public IProperty? ColumnOf(Expression expression)
    {
        while (expression is UnaryExpression { NodeType: ExpressionType.Convert } convert) expression = convert.Operand;
        return expression is MemberExpression { Expression.Type: var owner } member
            ? Model.FindEntityType(owner)?.FindProperty(member.Member.Name)
            : null;
    }

    /// <summary>Whether a column of a row itself may be null.</summary>
    public bool IsOptional(Expression column) => ColumnOf(column) is { IsNullable: true };
}
