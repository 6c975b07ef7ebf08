using System.Linq.Expressions;
using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>A link row of an edge inside a statement.</summary>
/// <param name="ParentKey">The parent's id, <c>long?</c>.</param>
/// <param name="Target">The row that is listed.</param>
/// <param name="Shows">The link and its target show.</param>
internal sealed record EdgeSource(Expression ParentKey, RowSource Target, Expression Shows)
{
    public static EdgeSource Of(Edge edge, Expression link)
    {
        var source = RowSource.Of(link);
        var shows = RankedQuery.Shows(link);
        var parent = new ReplaceExpression(edge.ParentKey.Parameters[0], link).Visit(edge.ParentKey.Body)!;

        // The row between shows as well; the index of its reference holds only such rows.
        if (Unconverted(parent) is MemberExpression { Expression: MemberExpression between }) shows = Expression.AndAlso(shows, RankedQuery.Shows(between));
        if (edge.ToTarget is null) return new EdgeSource(parent, source, shows);

        var target = RowSource.Of(source.Value(edge.ToTarget));
        return new EdgeSource(parent, target, Expression.AndAlso(shows, RankedQuery.Shows(target.Row)));
    }

    private static Expression Unconverted(Expression key) => key is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : key;
}
