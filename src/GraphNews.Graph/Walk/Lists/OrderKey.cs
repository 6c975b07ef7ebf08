using System.Linq.Expressions;

namespace GraphNews.Graph.Walk;

/// <summary>One key of an order, compiled: never null, so that every storage orders alike and cursors can hold it.</summary>
/// <param name="Row">The parameter that stands for the listed row.</param>
/// <param name="Value">The key as an expression over it.</param>
/// <param name="Descending">Largest first.</param>
internal sealed record OrderKey(ParameterExpression Row, Expression Value, bool Descending)
{
    public LambdaExpression Of(Expression row, ParameterExpression parameter)
        => Expression.Lambda(On(row), parameter);

    public Expression On(Expression row) => new ReplaceExpression(Row, row).Visit(Value)!;
}
