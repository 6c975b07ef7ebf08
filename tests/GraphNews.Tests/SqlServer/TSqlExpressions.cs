using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GraphNews.Tests.SqlServer;

/// <summary>The columns of queries and the types of expressions, inside out.</summary>
internal sealed class TSqlExpressions(MigratedSchema schema, IReadOnlyDictionary<string, TSqlType> parameters)
{
    public static TSqlType Named(IReadOnlyDictionary<string, TSqlType> table, ColumnReferenceExpression column)
    {
        var name = column.MultiPartIdentifier.Identifiers[^1].Value;
        return table.GetValueOrDefault(name) ?? throw new TSqlMistakeException($"There is no column [{name}].");
    }

    public IReadOnlyList<(string? Name, TSqlType Type)> Columns(QueryExpression query, TSqlScope? outer)
    {
        switch (query)
        {
            case QueryParenthesisExpression inner:
                return Columns(inner.QueryExpression, outer);
            case BinaryQueryExpression union:
                var (first, second) = (Columns(union.FirstQueryExpression, outer), Columns(union.SecondQueryExpression, outer));
                if (first.Count != second.Count) throw new TSqlMistakeException($"A union of {first.Count} and {second.Count} columns.");
                return [.. first.Zip(second, (left, right) => (left.Name, Same(left.Type, right.Type, union)))];
            case QuerySpecification select:
                return Columns(select, outer);
            default:
                throw Unknown(query);
        }
    }

    private IReadOnlyList<(string? Name, TSqlType Type)> Columns(QuerySpecification select, TSqlScope? outer)
    {
        var scope = Open(select.FromClause, outer);
        Where(select.WhereClause, scope);
        foreach (var group in select.GroupByClause?.GroupingSpecifications.Cast<ExpressionGroupingSpecification>() ?? []) Type(group.Expression, scope);
        if (select.HavingClause is { } having) Predicate(having.SearchCondition, scope);
        var columns = Elements(select.SelectElements, scope);
        Order(select.OrderByClause, scope, columns);
        if (select.TopRowFilter is { } top) Same(Type(top.Expression, scope), TSqlType.Int, top);
        if (select.OffsetClause is { } offset)
        {
            Same(Type(offset.OffsetExpression, scope), TSqlType.Int, offset);
            if (offset.FetchExpression is { } fetch) Same(Type(fetch, scope), TSqlType.Int, offset);
        }

        return columns;
    }

    public IReadOnlyList<(string? Name, TSqlType Type)> Elements(IEnumerable<SelectElement> elements, TSqlScope scope)
        => [.. elements.SelectMany(element => element switch
        {
            SelectScalarExpression scalar => [(scalar.ColumnName?.Value ?? (scalar.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value, Type(scalar.Expression, scope))],
            SelectStarExpression => scope.Tables.SelectMany(table => table.Select(column => ((string?)column.Key, column.Value))),
            _ => throw Unknown(element),
        })];

    public TSqlScope Open(FromClause? from, TSqlScope? outer, TableReference? target = null)
    {
        var scope = new TSqlScope(outer);
        foreach (var table in from?.TableReferences ?? []) Add(table, scope);
        if (from is null && target is not null) scope.Add("target", schema.Table(target));
        return scope;
    }

    public void Add(TableReference reference, TSqlScope scope)
    {
        switch (reference)
        {
            case NamedTableReference table:
                scope.Add(table.Alias?.Value ?? table.SchemaObject.BaseIdentifier.Value, schema.Table(table));
                break;
            case QualifiedJoin join:
                Add(join.FirstTableReference, scope);
                Add(join.SecondTableReference, scope);
                Predicate(join.SearchCondition, scope);
                break;
            case UnqualifiedJoin apply:
                Add(apply.FirstTableReference, scope);
                Add(apply.SecondTableReference, scope);
                break;
            case QueryDerivedTable derived:
                scope.Add(derived.Alias.Value, ByName(Columns(derived.QueryExpression, scope), derived));
                break;
            case InlineDerivedTable values:
                var types = values.RowValues.Select(row => row.ColumnValues.Select(value => Type(value, scope)).ToList())
                    .Aggregate((left, right) => [.. left.Zip(right, (one, other) => Same(one, other, values))]);
                scope.Add(values.Alias.Value, values.Columns.Zip(types).ToDictionary(column => column.First.Value, column => column.Second));
                break;
            case OpenJsonTableReference json:
                Same(Type(json.Variable, scope), TSqlType.Text, json);
                scope.Add(json.Alias.Value, json.SchemaDeclarationItems.ToDictionary(
                    item => item.ColumnDefinition.ColumnIdentifier.Value, item => Declared(item.ColumnDefinition.DataType)));
                break;
            default:
                throw Unknown(reference);
        }
    }

    public void Where(WhereClause? where, TSqlScope scope)
    {
        if (where is not null) Predicate(where.SearchCondition, scope);
    }

    public void Predicate(BooleanExpression condition, TSqlScope scope)
    {
        switch (condition)
        {
            case BooleanBinaryExpression both:
                Predicate(both.FirstExpression, scope);
                Predicate(both.SecondExpression, scope);
                break;
            case BooleanParenthesisExpression inner:
                Predicate(inner.Expression, scope);
                break;
            case BooleanNotExpression not:
                Predicate(not.Expression, scope);
                break;
            case BooleanIsNullExpression isNull:
                Type(isNull.Expression, scope);
                break;
            case BooleanComparisonExpression comparison:
                Same(Type(comparison.FirstExpression, scope), Type(comparison.SecondExpression, scope), comparison);
                break;
            case ExistsPredicate exists:
                Columns(exists.Subquery.QueryExpression, scope);
                break;
            case InPredicate { Subquery: { } subquery } among:
                Same(Type(among.Expression, scope), Type(subquery, scope), among);
                break;
            case InPredicate among:
                foreach (var value in among.Values) Same(Type(among.Expression, scope), Type(value, scope), among);
                break;
            case LikePredicate like:
                Same(Type(like.FirstExpression, scope), TSqlType.Text, like);
                Same(Type(like.SecondExpression, scope), TSqlType.Text, like);
                break;
            default:
                throw Unknown(condition);
        }
    }

    public TSqlType Type(ScalarExpression expression, TSqlScope scope)
    {
        switch (expression)
        {
            case ColumnReferenceExpression column:
                var path = column.MultiPartIdentifier.Identifiers;
                return scope.Find(path.Count > 1 ? path[^2].Value : null, path[^1].Value);
            case VariableReference variable:
                return parameters.GetValueOrDefault(variable.Name) ?? throw new TSqlMistakeException($"{variable.Name} is no parameter.");
            case NullLiteral:
                return TSqlType.Null;
            case IntegerLiteral or GlobalVariableExpression:
                return TSqlType.Int;
            case StringLiteral { IsNational: true } text:
                return TSqlType.Text with { Constant = text.Value };
            case StringLiteral { Value: var moment } when DateOnly.TryParseExact(moment, "yyyy-MM-dd", out _):
                return new TSqlType("date");
            case StringLiteral { Value: var moment } when DateTime.TryParseExact(moment, "yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _):
                return new TSqlType("datetime2");
            case NumericLiteral:
                return TSqlType.Numeric;
            case RealLiteral:
                return new TSqlType("float");
            case ParenthesisExpression inner:
                return Type(inner.Expression, scope);
            case UnaryExpression unary:
                return Type(unary.Expression, scope);
            case BinaryExpression binary:
                return Same(Type(binary.FirstExpression, scope), Type(binary.SecondExpression, scope), binary) with { Table = null, Column = null };
            case CastCall cast:
                Type(cast.Parameter, scope);
                return Declared(cast.DataType);
            case ConvertCall convert:
                Type(convert.Parameter, scope);
                return Declared(convert.DataType);
            case CoalesceExpression coalesce:
                return coalesce.Expressions.Select(choice => Type(choice, scope)).Aggregate((left, right) => Same(left, right, coalesce));
            case SearchedCaseExpression choice:
                foreach (var when in choice.WhenClauses) Predicate(when.WhenExpression, scope);
                return choice.WhenClauses.Select(when => Type(when.ThenExpression, scope))
                    .Append(choice.ElseExpression is { } otherwise ? Type(otherwise, scope) : TSqlType.Null)
                    .Aggregate((left, right) => Same(left, right, choice));
            case ScalarSubquery subquery:
                var columns = Columns(subquery.QueryExpression, scope);
                return columns.Count == 1 ? columns[0].Type : throw new TSqlMistakeException($"A subquery of {columns.Count} columns: {TSqlText.Of(subquery)}");
            case FunctionCall call:
                return Function(call, scope);
            default:
                throw Unknown(expression);
        }
    }

    private TSqlType Function(FunctionCall call, TSqlScope scope)
    {
        var name = call.FunctionName.Value.ToUpperInvariant();
        foreach (var part in call.OverClause?.Partitions ?? []) Type(part, scope);
        Order(call.OverClause?.OrderByClause, scope, []);
        if (name == "COUNT") return TSqlType.Int;
        if (name == "COUNT_BIG") return TSqlType.BigInt;
        if (name == "DATEPART")
        {
            // Its first parameter is a word, not a value.
            Same(Type(call.Parameters[1], scope), new TSqlType("date"), call);
            return TSqlType.Int;
        }

        var given = call.Parameters.Select(parameter => Type(parameter, scope)).ToList();
        TSqlType[] takes = name switch
        {
            "ROW_NUMBER" => [],
            "LEN" => [TSqlType.Text],
            "CHARINDEX" => [TSqlType.Text, TSqlType.Text],
            "SUBSTRING" => [TSqlType.Text, TSqlType.Int, TSqlType.Int],
            "MAX" or "MIN" or "ISNULL" => [.. given],
            _ => throw new TSqlMistakeException($"The checker does not know the function {name}: {TSqlText.Of(call)}"),
        };
        if (given.Count != takes.Length) throw new TSqlMistakeException($"{name} takes {takes.Length} values, not {given.Count}.");
        foreach (var (value, type) in given.Zip(takes)) Same(value, type, call);
        return name switch
        {
            "ROW_NUMBER" => TSqlType.BigInt,
            "LEN" or "CHARINDEX" => TSqlType.Int,
            "SUBSTRING" => TSqlType.Text,
            _ => given.Aggregate((left, right) => Same(left, right, call)),
        };
    }

    private void Order(OrderByClause? order, TSqlScope scope, IReadOnlyList<(string? Name, TSqlType Type)> columns)
    {
        foreach (var element in order?.OrderByElements ?? [])
        {
            // A bare name may be one that the query itself gives.
            if (element.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [{ Value: var alias }] } && columns.Any(column => column.Name == alias)) continue;
            Type(element.Expression, scope);
        }
    }

    private static TSqlType Same(TSqlType left, TSqlType right, TSqlFragment place)
        => left.GoesWith(right) ? left.Or(right) : throw new TSqlMistakeException($"{left} does not go with {right}: {TSqlText.Of(place)}");

    private static Dictionary<string, TSqlType> ByName(IReadOnlyList<(string? Name, TSqlType Type)> columns, TSqlFragment place)
    {
        var named = new Dictionary<string, TSqlType>(StringComparer.Ordinal);
        foreach (var (name, type) in columns)
        {
            if (name is null || !named.TryAdd(name, type)) throw new TSqlMistakeException($"A derived table has no name for a column, or one twice: {TSqlText.Of(place)}");
        }

        return named;
    }

    private static TSqlType Declared(DataTypeReference type) => new(type.Name.BaseIdentifier.Value.ToLowerInvariant());

    private static TSqlMistakeException Unknown(TSqlFragment fragment) => new($"The checker does not know {fragment.GetType().Name}: {TSqlText.Of(fragment)}");
}
