using System.Linq.Expressions;
using System.Reflection;

namespace GraphNews.Graph.Walk;

/// <summary>Comparisons that every storage translates: strings and enums have no operators for order.</summary>
internal static class Comparison
{
    private static readonly MethodInfo CompareStrings = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    public static Expression Of(ExpressionType comparison, Expression left, Expression right)
        => left.Type == typeof(string) && comparison is not (ExpressionType.Equal or ExpressionType.NotEqual)
            ? Expression.MakeBinary(comparison, Expression.Call(CompareStrings, left, right), Expression.Constant(0))
            : Expression.MakeBinary(comparison, left, right);
}
