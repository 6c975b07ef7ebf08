using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Walk;

/// <summary>The operators of filter inputs, named and meant as in Hot Chocolate.</summary>
internal static class Operations
{
    private delegate Expression ValueOf(RowSource row);

    public static FilterNode OfColumn(ColumnField field, IReadOnlyDictionary<string, object?> input)
    {
        var type = Nullable.GetUnderlyingType(field.Value.ReturnType) ?? field.Value.ReturnType;
        return All(input, (name, value) => Scalar(field.Name, name, value, Clr(type), row => row.Value(field.Value)));
    }

    public static FilterNode OfId(ObjectBinding type, IReadOnlyDictionary<string, object?> input)
        => All(input, (name, value) => Scalar("id", name, value, given => Key(type, given), row => row.Key));

    public static FilterNode OfPartialDate(PartialDateField field, IReadOnlyDictionary<string, object?> input)
        => All(input, (name, value) => PartialDateFilter(field, name, value));

    /// <summary>Any name that shows fits: compared in its folded form, or by <c>matches</c> in any spelling.</summary>
    public static FilterNode OfNames(IReadOnlyDictionary<string, object?> input, NodeKind kind)
        => new CombinedFilter(all: true, [.. input.Where(entry => entry.Key != "matchMode" || !input.ContainsKey("matches")).Select(entry => entry switch
        {
            { Key: "and" or "or" } => FilterParser.Combined(entry.Key, entry.Value, nested => OfNames(nested, kind)),
            { Key: "matches", Value: string asked } => new NameMatchFilter(asked, Mode(input), kind),
            { Key: "matches" } => throw new GraphException(ErrorCodes.BadArguments, "where.name.matches is null; give a name, or leave it out."),
            { Key: "matchMode" } => throw new GraphException(ErrorCodes.BadArguments, "where.name.matchMode says how matches compares: give matches beside it."),
            _ => OfFoldedNames(entry),
        })]);

    /// <summary>The text in any language fits.</summary>
    public static FilterNode OfTexts(string field, IReadOnlyDictionary<string, object?> input)
        => AnyOf<Text>(field, input, text => text.SubjectId, text => text.Value, given => given);

    private static FilterNode OfFoldedNames(KeyValuePair<string, object?> operation)
        => AnyOf<Name>(
            null, new Dictionary<string, object?> { [operation.Key] = operation.Value },
            name => name.SubjectId, name => name.Folded, given => NameFolding.Folded((string)given));

    private static NameMatchMode Mode(IReadOnlyDictionary<string, object?> input)
        => input.GetValueOrDefault("matchMode") is string mode ? EnumNames.Parse<NameMatchMode>(mode) : NameMatchMode.CrossScript;

    /// <summary>One of several values fits; a negative operator means that none does.</summary>
    private static FilterNode AnyOf<TRow>(
        string? textField, IReadOnlyDictionary<string, object?> input, Expression<Func<TRow, long>> subject,
        Expression<Func<TRow, string>> value, Func<object, object> convert)
        where TRow : GraphRow
        => All(input, (name, given) =>
        {
            var positive = name[0] == 'n' ? name[1..] : name;
            var some = new SubjectFilter<TRow>(
                Scalar(textField ?? "name", positive, given, convert, row => row.Value(value)), subject, textField);
            return positive == name ? some : new NegatedFilter(some);
        });

    private static FilterNode All(IReadOnlyDictionary<string, object?> input, Func<string, object?, FilterNode> operation)
        => new CombinedFilter(all: true, [.. input.Select(entry => entry.Key is "and" or "or"
            ? FilterParser.Combined(entry.Key, entry.Value, nested => All(nested, operation))
            : operation(entry.Key, entry.Value))]);

    private static FilterNode Scalar(string field, string name, object? given, Func<object, object> convert, ValueOf valueOf)
    {
        switch (name)
        {
            case "eq":
                return Compare(field, name, ExpressionType.Equal, given is null ? null : convert(given), valueOf);
            case "in" when given is IReadOnlyList<object?> values:
                return new CombinedFilter(all: false, [.. values.Distinct().Select(value => Scalar(field, "eq", value, convert, valueOf))]);
            case "gt" or "gte" or "lt" or "lte" when given is not null:
                return Compare(field, name, Inequality(name), convert(given), valueOf);
            case "contains" or "startsWith" or "endsWith" when given is string:
                return Pattern(field, name, convert(given), valueOf);
            case ['n', .. var positive] when given is not null || name == "neq":
                return new NegatedFilter(Scalar(field, positive, given, convert, valueOf));
            default:
                throw new GraphException(ErrorCodes.BadArguments, $"where.{field}.{name} is null; only eq and neq compare with null.");
        }
    }

    private static ExpressionType Inequality(string name) => name switch
    {
        "gt" => ExpressionType.GreaterThan,
        "gte" => ExpressionType.GreaterThanOrEqual,
        "lt" => ExpressionType.LessThan,
        _ => ExpressionType.LessThanOrEqual,
    };

    private static ValueFilter Compare(string field, string name, ExpressionType comparison, object? value, ValueOf valueOf)
        => new($"{field} {name}{(value is null ? " null" : "")}", value, (scope, row, take) =>
        {
            var left = valueOf(row);
            if (value is null)
            {
                return left.Type.IsValueType && Nullable.GetUnderlyingType(left.Type) is null
                    ? Expression.Constant(false)
                    : Expression.Equal(left, Expression.Constant(null, left.Type));
            }

            var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
            var right = take(type, left);
            return Comparison.Of(comparison, left, left.Type == type ? right : Expression.Convert(right, left.Type));
        },
        names: comparison == ExpressionType.Equal && value is not null && field is ("id" or "slug" or "name"));

    /// <summary>
    /// Case-sensitive on every storage, which LIKE is not; and without Contains or StartsWith, for which EF Core makes
    /// parameters of its own on SQL Server, whose values no statement that is run again would fill in.
    /// </summary>
    private static ValueFilter Pattern(string field, string name, object value, ValueOf valueOf)
    {
        var length = ((string)value).Length;
        return new($"{field} {name} {(name == "endsWith" ? length : "")}", value, (scope, row, take) =>
        {
            var text = valueOf(row);
            var pattern = take(typeof(string), null);
            switch (name)
            {
                case "contains":
                    return Expression.GreaterThanOrEqual(Expression.Call(text, nameof(string.IndexOf), null, pattern), Expression.Constant(0));
                case "startsWith":
                    return Expression.Equal(Expression.Call(text, nameof(string.IndexOf), null, pattern), Expression.Constant(0));
                default:
                    var from = Expression.Subtract(Expression.Property(text, nameof(string.Length)), Expression.Constant(length));
                    return Expression.AndAlso(
                        Expression.GreaterThanOrEqual(from, Expression.Constant(0)),
                        Expression.Equal(Expression.Call(text, nameof(string.Substring), null, from, Expression.Constant(length)), pattern));
            }
        });
    }

    private static FilterNode PartialDateFilter(PartialDateField field, string name, object? given)
    {
        if (given is null) return name is "eq" or "neq" ? Unknown(field, name) : throw NullDate(field, name);

        var date = Date((string)given, field.Name);
        return name switch
        {
            "eq" => Part(field, nameof(PartialDate.Text), ExpressionType.Equal, date.Text),
            "neq" => new NegatedFilter(Part(field, nameof(PartialDate.Text), ExpressionType.Equal, date.Text)),
            "gte" => From(field, date),
            "lte" => Until(field, date),
            "during" => new CombinedFilter(all: true, [From(field, date), Until(field, date)]),
            "overlaps" => new CombinedFilter(
                all: true,
                [
                    new NegatedFilter(Unknown(field, "eq")),
                    Part(field, nameof(PartialDate.Earliest), ExpressionType.LessThanOrEqual, date.Latest),
                    Part(field, nameof(PartialDate.Latest), ExpressionType.GreaterThanOrEqual, date.Earliest),
                ]),
            _ => throw new GraphException(ErrorCodes.BadArguments, $"Dates have no operator {name}."),
        };
    }

    private static FilterNode Unknown(PartialDateField field, string name)
    {
        var unknown = Part(field, nameof(PartialDate.Text), ExpressionType.Equal, "");
        return name == "neq" ? new NegatedFilter(unknown) : unknown;
    }

    private static ValueFilter From(PartialDateField field, PartialDate date)
        => Part(field, nameof(PartialDate.Earliest), ExpressionType.GreaterThanOrEqual, date.Earliest);

    private static CombinedFilter Until(PartialDateField field, PartialDate date)
        => new(all: true, [new NegatedFilter(Unknown(field, "eq")), Part(field, nameof(PartialDate.Latest), ExpressionType.LessThanOrEqual, date.Latest)]);

    private static ValueFilter Part(PartialDateField field, string part, ExpressionType comparison, object value)
        => new($"{field.Name} {part} {comparison}", value, (_, row, take)
            => Expression.MakeBinary(comparison, Expression.Property(row.Value(field.Value), part), take(value.GetType(), null)));

    private static PartialDate Date(string text, string field)
        => PartialDate.TryParse(text, out var date, out var error)
            ? date
            : throw new GraphException(ErrorCodes.BadArguments, $"where.{field}: {error}");

    private static GraphException NullDate(PartialDateField field, string name)
        => new(ErrorCodes.BadArguments, $"where.{field.Name}.{name} is null; only eq and neq compare with null.");

    private static object Key(ObjectBinding type, object given)
        => NodeId.TryDecode((string)given, out var kind, out var key) && kind == type.Kind
            ? key
            : throw new GraphException(ErrorCodes.InvalidId, $"\"{given}\" is no id of the type {type.Name}.");

    /// <summary>From the form that arguments have to that of the column.</summary>
    private static Func<object, object> Clr(Type type)
    {
        if (type == typeof(DateOnly)) return given => DateOnly.ParseExact((string)given, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return given => DateTimeOffset.Parse((string)given, CultureInfo.InvariantCulture).UtcDateTime;
        return type.IsEnum || type == typeof(string)
            ? given => given
            : given => Convert.ChangeType(given, type, CultureInfo.InvariantCulture);
    }
}
