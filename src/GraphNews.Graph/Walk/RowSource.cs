using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Walk;

/// <summary>A row inside a statement that is being compiled, and its id.</summary>
/// <param name="Row">The expression that leads to the row.</param>
/// <param name="Key">The expression of its id: for a joined row the foreign key, so that no column is read twice.</param>
/// <param name="Hidden">Whether the row may be hidden, so that it has to be looked at before it is shown.</param>
internal sealed record RowSource(Expression Row, Expression Key, bool Hidden)
{
    /// <summary>The row of a list, which shows.</summary>
    public static RowSource Of(Expression row) => new(row, Expression.Property(row, nameof(Nodes.GraphRow.Id)), Hidden: false);

    /// <summary>The row that a to-one navigation from this row leads to.</summary>
    public RowSource Follow(LambdaExpression navigation, IModel model)
    {
        var target = Value(navigation);
        var member = (MemberExpression)Strip(target);
        var foreignKey = model.FindEntityType(member.Expression!.Type)!.FindNavigation(member.Member.Name)!.ForeignKey;
        return new RowSource(member, Expression.Property(member.Expression, foreignKey.Properties[0].Name), Hidden: true);
    }

    /// <summary>An expression over the row, applied to it.</summary>
    public Expression Value(LambdaExpression expression)
        => Strip(new ReplaceExpression(expression.Parameters[0], Row).Visit(expression.Body)!);

    private static Expression Strip(Expression expression)
        => expression is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Strip(convert.Operand) : expression;
}

/// <summary>Puts one expression in the place of another.</summary>
internal sealed class ReplaceExpression(Expression old, Expression replacement) : ExpressionVisitor
{
    public override Expression? Visit(Expression? node) => node == old ? replacement : base.Visit(node);
}
