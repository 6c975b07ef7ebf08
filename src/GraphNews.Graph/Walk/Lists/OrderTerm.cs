using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Walk;

/// <summary>One term of an <c>order</c> argument, or of a list's default order.</summary>
internal abstract class OrderTerm(bool descending)
{
    public bool Descending { get; } = descending;

    /// <summary>The types of its keys, as cursors hold them.</summary>
    public abstract IReadOnlyList<Type> KeyTypes { get; }

    public abstract void Describe(ShapeKey key);

    /// <summary>The keys, as expressions over the listed row.</summary>
    public abstract IEnumerable<Expression> Build(StatementScope scope, RowSource row);

    /// <summary>The terms of an <c>order</c> argument: a list of inputs, each with one or more fields in the order written.</summary>
    public static IEnumerable<OrderTerm> Parse(ObjectBinding type, object? argument)
        => argument is IReadOnlyList<object?> inputs
            ? inputs.OfType<IReadOnlyDictionary<string, object?>>().SelectMany(input => Parse(type, input, []))
            : [];

    private static IEnumerable<OrderTerm> Parse(
        ObjectBinding type, IReadOnlyDictionary<string, object?> input, IReadOnlyList<ToOneField> path)
    {
        foreach (var (name, value) in input)
        {
            if (value is null) continue;

            switch (type.Field(name))
            {
                case ToOneField field when value is IReadOnlyDictionary<string, object?> nested:
                    foreach (var term in Parse(field.Target, nested, [.. path, field])) yield return term;
                    break;
                case LocalizedField field when value is IReadOnlyDictionary<string, object?> sort:
                    yield return new LocalizedTerm(path, field, sort.GetValueOrDefault("language") as string, IsDescending(sort["direction"]));
                    break;
                case ColumnField field:
                    yield return new ValueTerm(path, field.Name, field.Value, IsDescending(value));
                    break;
                case PartialDateField field:
                    yield return new ValueTerm(path, field.Name, field.Value, IsDescending(value));
                    break;
                default:
                    throw new GraphException(ErrorCodes.BadArguments, $"{type.Name} cannot be sorted by {name}.");
            }
        }
    }

    private static bool IsDescending(object? direction) => direction is "DESC";

    private static RowSource Follow(IReadOnlyList<ToOneField> path, StatementScope scope, RowSource row)
        => path.Aggregate(row, (source, field) => source.Follow(field.Navigation, scope.Model));

    private static void Describe(IReadOnlyList<ToOneField> path, string name, bool descending, ShapeKey key)
    {
        key.Add(descending ? '>' : '<');
        foreach (var field in path) key.Add(field.Name);
        key.Add(name);
    }

    /// <summary>By a column.</summary>
    internal sealed class ValueTerm(IReadOnlyList<ToOneField> path, string name, LambdaExpression value, bool descending)
        : OrderTerm(descending)
    {
        public override IReadOnlyList<Type> KeyTypes => SortKey.TypesOf(value.ReturnType);

        public override void Describe(ShapeKey key) => Describe(path, name, Descending, key);

        public override IEnumerable<Expression> Build(StatementScope scope, RowSource row)
        {
            var key = Follow(path, scope, row).Value(value);
            return SortKey.Of(key, optional: path.Count > 0 || scope.IsOptional(key));
        }
    }

    /// <summary>By the best name in a language, or by the stored sort name.</summary>
    private sealed class LocalizedTerm(IReadOnlyList<ToOneField> path, LocalizedField field, string? language, bool descending)
        : OrderTerm(descending)
    {
        public override IReadOnlyList<Type> KeyTypes => [typeof(string)];

        public override void Describe(ShapeKey key)
        {
            Describe(path, field.Name, Descending, key);
            if (language is not null) BestText.Describe([language], key);
        }

        public override IEnumerable<Expression> Build(StatementScope scope, RowSource row)
        {
            var source = Follow(path, scope, row);
            return language is null
                ? SortKey.Of(Expression.Property(source.Row, nameof(Entity.SortName)), optional: path.Count > 0)
                : SortKey.Of(BestText.Build(field.Text, source.Key, [language], scope), optional: true);
        }
    }
}
