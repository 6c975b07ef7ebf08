using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>A condition of a <c>where</c> argument. Described and built in the same order, like everything in a statement.</summary>
internal abstract class FilterNode
{
    /// <summary>More conditions than this in one argument are refused: SQL Server takes 2,100 parameters.</summary>
    public const int MostValues = 500;

    /// <summary>
    /// Whether it names what it asks for, by id, slug or name, so that few rows fit: they are found first then, and what
    /// leads to them from there. Else each row of the list is tried, which ends early where many fit.
    /// </summary>
    public virtual bool Names => false;

    /// <summary>The conditions that it is made of.</summary>
    protected virtual IEnumerable<FilterNode> Terms => [];

    public abstract void Describe(ShapeKey key);

    /// <summary>The condition on a row.</summary>
    public abstract Expression Build(StatementScope scope, RowSource row);

    /// <summary>The condition as a predicate.</summary>
    public Expression<Func<TRow, bool>> On<TRow>(StatementScope scope)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, bool>>(Build(scope, RowSource.Of(row)), row);
    }

    /// <summary>The <c>where</c> of a field's arguments, a condition on meetings; null if there is none.</summary>
    /// <exception cref="GraphException">A value is not of its field's kind, there are too many, or a name fits too many.</exception>
    public static Task<FilterNode?> OnMeetingsAsync(GraphReader reader, Selection selection, CancellationToken cancel)
        => OfAsync(reader, reader.Binding.ObjectsByKind[Nodes.NodeKind.Meeting], selection.Arguments, cancel);

    /// <summary>The <c>where</c> of a field's arguments, with the names that it asks for looked up; null if there is none.</summary>
    /// <exception cref="GraphException">A value is not of its field's kind, there are too many, or a name fits too many.</exception>
    public static async Task<FilterNode?> OfAsync(
        GraphReader reader, ObjectBinding type, IReadOnlyDictionary<string, object?> arguments, CancellationToken cancel)
    {
        if (arguments.GetValueOrDefault("where") is not IReadOnlyDictionary<string, object?> input) return null;

        var filter = FilterParser.Parse(type, input);
        var key = new ShapeKey();
        filter.Describe(key);
        if (key.Values.Count > MostValues)
        {
            throw new GraphException(
                ErrorCodes.BadArguments,
                string.Create(CultureInfo.InvariantCulture, $"where compares with {key.Values.Count} values; at most {MostValues} are allowed. Split the question, or ask for ranges."));
        }

        await NameMatchFilter.ResolveAsync(reader, [.. filter.WithTerms().OfType<NameMatchFilter>()], cancel).ConfigureAwait(false);
        return filter;
    }

    private IEnumerable<FilterNode> WithTerms() => Terms.SelectMany(term => term.WithTerms()).Prepend(this);
}

/// <summary>All, or any, of several conditions; none at all holds for every row (all) or no row (any).</summary>
internal sealed class CombinedFilter(bool all, IReadOnlyList<FilterNode> terms) : FilterNode
{
    public override bool Names => all ? terms.Any(term => term.Names) : terms.Count > 0 && terms.All(term => term.Names);

    protected override IEnumerable<FilterNode> Terms => terms;

    public override void Describe(ShapeKey key)
    {
        key.Add(all ? '&' : '|').Add('(');
        foreach (var term in terms) term.Describe(key);
        key.Add(')');
    }

    public override Expression Build(StatementScope scope, RowSource row)
    {
        Expression? combined = null;
        foreach (var term in terms)
        {
            var built = term.Build(scope, row);
            combined = combined is null ? built : all ? Expression.AndAlso(combined, built) : Expression.OrElse(combined, built);
        }

        return combined ?? Expression.Constant(all);
    }
}

/// <summary>The opposite of a condition.</summary>
internal sealed class NegatedFilter(FilterNode term) : FilterNode
{
    protected override IEnumerable<FilterNode> Terms => [term];

    public override void Describe(ShapeKey key)
    {
        key.Add('!');
        term.Describe(key);
    }

    public override Expression Build(StatementScope scope, RowSource row) => Expression.Not(term.Build(scope, row));
}

/// <summary>A condition on something of the row, compared with no value or one.</summary>
/// <param name="mark">Tells this condition from others in a shape.</param>
/// <param name="value">The value; null if there is none.</param>
/// <param name="build">The condition, given the row and the value's expression by its type and column.</param>
/// <param name="names">Whether the value is an id, a slug or a name that the row has to have.</param>
internal sealed class ValueFilter(
    string mark, object? value, Func<StatementScope, RowSource, ValueFilter.Taker, Expression> build, bool names = false) : FilterNode
{
    public override bool Names => names;

    /// <summary>Takes up the value as an expression of a type, as it is compared with a column.</summary>
    public delegate Expression Taker(Type type, Expression? column);

    public override void Describe(ShapeKey key)
    {
        key.Add(mark);
        if (value is not null) key.AddValue(value);
    }

    public override Expression Build(StatementScope scope, RowSource row)
        => build(scope, row, (type, column) => scope.Values.Next(type, column is null ? null : scope.ColumnOf(column)));
}

/// <summary>A condition on the row that a to-one field leads to: there is one, it shows, and it fits.</summary>
internal sealed class ToOneFilter(ToOneField field, FilterNode? term) : FilterNode
{
    public override bool Names => term is { Names: true };

    protected override IEnumerable<FilterNode> Terms => term is null ? [] : [term];

    public override void Describe(ShapeKey key)
    {
        key.Add('.').Add(field.Name);
        term?.Describe(key);
    }

    public override Expression Build(StatementScope scope, RowSource row)
    {
        var target = row.Follow(field.Navigation, scope.Model);
        var absent = target.Key.Type == typeof(long)
            ? (Expression)Expression.Constant(false)
            : Expression.Equal(target.Key, Expression.Constant(null, typeof(long?)));
        if (term is null) return absent;
        return Expression.AndAlso(
            Expression.AndAlso(Expression.Not(absent), RankedQuery.Shows(target.Row)), term.Build(scope, target));
    }
}

/// <summary>A condition on the rows that an edge leads to: there is one that fits.</summary>
internal sealed class EdgeFilter(EdgeField field, FilterNode? term) : FilterNode
{
    public override bool Names => term is { Names: true };

    protected override IEnumerable<FilterNode> Terms => term is null ? [] : [term];

    public override void Describe(ShapeKey key)
    {
        key.Add('*').Add(field.Name);
        term?.Describe(key);
    }

    public override Expression Build(StatementScope scope, RowSource row)
    {
        var link = Expression.Parameter(field.Edge.Link, "link");
        var source = EdgeSource.Of(field.Edge, link);
        var fits = term is null ? source.Shows : Expression.AndAlso(source.Shows, term.Build(scope, source.Target));
        return RelatedRows.Lead(scope, link, fits, source.ParentKey, row.Key, first: Names);
    }
}
