using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Walk;

/// <summary>
/// The best name or text for a list of languages, as a scalar subquery: the first language that has one, or any; what is
/// in the language itself before what is in a variety of it; former names last, the name before its aliases, then the
/// lowest id. Nearly always that is the name in the first language: it is looked for first, where an index leads to it and nothing
/// has to be sorted.
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
        Expression<Func<Name, bool>> plain = name => name.Kind == NameKind.Name;
        Expression<Func<Name, string>> value = name => name.Value;
        var tags = Tags<Name>(languages, scope);
        var rows = SubjectIs<Name>(subject, name => name.SubjectId);
        var best = new RankedQuery(typeof(Name), scope.Rows<Name>())
            .Where(rows)
            .ThenBy(former)
            .ThenBy(Rank<Name>(name => name.Language, tags))
            .ThenBy(other)
            .First(value);
        return tags.Count == 0
            ? best
            : Expression.Coalesce(
                new RankedQuery(typeof(Name), scope.Rows<Name>()).Where(rows).Where(plain).Where(Is<Name>(name => name.Language, tags[0].Tag)).First(value), best);
    }

    private static Expression Text(StatementScope scope, Expression subject, string field, int languages)
    {
        Expression<Func<Text, string>> value = text => text.Value;
        var row = Expression.Parameter(typeof(Text), "text");
        var ofField = Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(Texts.Text.Field)), Expression.Constant(field)), row);
        var tags = Tags<Text>(languages, scope);
        var rows = SubjectIs<Text>(subject, text => text.SubjectId);
        var best = new RankedQuery(typeof(Text), scope.Rows<Text>())
            .Where(rows)
            .Where(ofField)
            .ThenBy(Rank<Text>(text => text.Language, tags))
            .First(value);
        return tags.Count == 0
            ? best
            : Expression.Coalesce(
                new RankedQuery(typeof(Text), scope.Rows<Text>()).Where(rows).Where(ofField).Where(Is<Text>(text => text.Language, tags[0].Tag)).First(value), best);
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

    /// <summary>Takes up the languages: each tag, and between what the tags of its varieties lie.</summary>
    private static List<(Expression Tag, Expression From, Expression To)> Tags<TRow>(int languages, StatementScope scope)
    {
        var column = scope.Column(typeof(TRow), "Language");
        return [.. Enumerable.Range(0, languages).Select(_
            => (scope.Values.Next(typeof(string), column), scope.Values.Next(typeof(string), column), scope.Values.Next(typeof(string), column)))];
    }

    private static LambdaExpression Is<TRow>(Expression<Func<TRow, string>> languageOf, Expression tag)
        => Expression.Lambda(Expression.Equal(languageOf.Body, tag), languageOf.Parameters);

    private static LambdaExpression Rank<TRow>(Expression<Func<TRow, string>> languageOf, List<(Expression Tag, Expression From, Expression To)> tags)
    {
        var language = languageOf.Body;
        Expression rank = Expression.Constant(2 * tags.Count);
        for (var i = tags.Count - 1; i >= 0; i--)
        {
            var isVariety = Expression.AndAlso(
                Comparison.Of(ExpressionType.GreaterThan, language, tags[i].From), Comparison.Of(ExpressionType.LessThan, language, tags[i].To));
            rank = Expression.Condition(isVariety, Expression.Constant((2 * i) + 1), rank);
            rank = Expression.Condition(Expression.Equal(language, tags[i].Tag), Expression.Constant(2 * i), rank);
        }

        return Expression.Lambda(rank, languageOf.Parameters);
    }
}
