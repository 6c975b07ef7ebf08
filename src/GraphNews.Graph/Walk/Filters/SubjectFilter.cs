using System.Linq.Expressions;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>A condition on the names or texts of a node: there is one that shows and fits.</summary>
/// <param name="term">The condition.</param>
/// <param name="subject">Whose the name or text is.</param>
/// <param name="textField">Which of the texts; null for names.</param>
internal sealed class SubjectFilter<TRow>(FilterNode term, Expression<Func<TRow, long>> subject, string? textField) : FilterNode
    where TRow : GraphRow
{
    public override bool Names => term.Names;

    protected override IEnumerable<FilterNode> Terms => [term];

    public override void Describe(ShapeKey key)
    {
        key.Add('@').Add(textField ?? "");
        term.Describe(key);
    }

    public override Expression Build(StatementScope scope, RowSource row)
    {
        var parameter = subject.Parameters[0];
        var fits = (Expression)RankedQuery.Shows(parameter);
        if (textField is not null)
            fits = Expression.AndAlso(fits, Expression.Equal(Expression.Property(parameter, nameof(Texts.Text.Field)), Expression.Constant(textField)));
        fits = Expression.AndAlso(fits, term.Build(scope, RowSource.Of(parameter)));
        return RelatedRows.Lead(scope, parameter, fits, subject.Body, row.Key, first: Names);
    }
}
