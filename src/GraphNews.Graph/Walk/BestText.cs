using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Walk;

/// <summary>
/// The best name or text for a list of languages, as a scalar subquery: the first language that has one, or any;
/// former names last, the name before its aliases, then the lowest id.
/// </summary>
internal static class BestText
{
    public static void Describe(IReadOnlyList<string> languages, ShapeKey key)
    {
        key.Add(languages.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var language in languages)
        {
            // A tag and all that extend it: "ar" and what lies between "ar-" and "ar.", the next character after "-".
            key.AddValue(language).AddValue(language + "-").AddValue(language + ".");
        }
    }

    public static Expression Build(LocalizedText text, Expression subject, IReadOnlyList<string> languages, StatementScope scope)
        => text.TextField is { } field
            ? Text(scope, subject, field, languages.Count)
            : Name(scope, subject, languages.Count);

    private static Expression Name(StatementScope scope, Expression subject, int languages)
    {
        Expression<Func<Name, bool>> former = name => name.Kind == NameKind.Former;
        Expression<Func<Name, bool>> other = name => name.Kind != NameKind.Name;
        Expression<Func<Name, string>> value = name => name.Value;
        return new RankedQuery(typeof(Name), scope.Rows<Name>())
            .Where(SubjectIs<Name>(subject, name => name.SubjectId))
            .ThenBy(former)
            .ThenBy(Rank<Name>(name => name.Language, languages, scope))
            .ThenBy(other)
            .First(value);
    }

    private static Expression Text(StatementScope scope, Expression subject, string field, int languages)
    {
        Expression<Func<Text, string>> value = text => text.Value;
        var row = Expression.Parameter(typeof(Text), "text");
        var ofField = Expression.Equal(Expression.Property(row, nameof(Texts.Text.Field)), Expression.Constant(field));
        return new RankedQuery(typeof(Text), scope.Rows<Text>())
            .Where(SubjectIs<Text>(subject, text => text.SubjectId))
            .Where(Expression.Lambda(ofField, row))
            .ThenBy(Rank<Text>(text => text.Language, languages, scope))
            .First(value);
    }

    /// <summary>The row shows and belongs to the node.</summary>
    private static LambdaExpression SubjectIs<TRow>(Expression subject, Expression<Func<TRow, long>> subjectOf)
        where TRow : GraphRow
    {
        var key = subjectOf.Body;
        var equal = subject.Type == typeof(long)
            ? Expression.Equal(key, subject)
            : Expression.Equal(Expression.Convert(key, typeof(long?)), subject);
        return Expression.Lambda(Expression.AndAlso(equal, RankedQuery.Shows(subjectOf.Parameters[0])), subjectOf.Parameters);
    }

    private static LambdaExpression Rank<TRow>(Expression<Func<TRow, string>> languageOf, int languages, StatementScope scope)
    {
        var language = languageOf.Body;
        var column = scope.Column(typeof(TRow), "Language");
        var ranks = Enumerable.Range(0, languages)
            .Select(_ => Expression.OrElse(
                Expression.Equal(language, scope.Values.Next(typeof(string), column)),
                Expression.AndAlso(
                    Comparison.Of(ExpressionType.GreaterThan, language, scope.Values.Next(typeof(string), column)),
                    Comparison.Of(ExpressionType.LessThan, language, scope.Values.Next(typeof(string), column)))))
            .ToList();

        Expression rank = Expression.Constant(languages);
        for (var i = languages - 1; i >= 0; i--) rank = Expression.Condition(ranks[i], Expression.Constant(i), rank);
        return Expression.Lambda(rank, languageOf.Parameters);
    }
}
