using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// Follows every name of a statement to a column and every comparison, choice and assignment to the types of both
/// sides. It knows the T-SQL that EF Core writes; what it does not know is a mistake.
/// </summary>
internal sealed class TSqlChecker(MigratedSchema schema, IReadOnlyDictionary<string, TSqlType> parameters)
{
    private readonly TSqlExpressions _expressions = new(schema, parameters);

    /// <summary>The columns of each result of a batch, in order.</summary>
    public IReadOnlyList<IReadOnlyList<(string? Name, TSqlType Type)>> Check(string batch)
        => [.. TSqlText.Parse(batch).Batches.SelectMany(part => part.Statements).Select(Result).OfType<IReadOnlyList<(string?, TSqlType)>>()];

    private IReadOnlyList<(string? Name, TSqlType Type)>? Result(TSqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement { QueryExpression: { } query, WithCtesAndXmlNamespaces: null }:
                return _expressions.Columns(query, null);
            case InsertStatement { InsertSpecification: { } insert }:
                Insert(insert);
                return Output(insert.OutputClause, insert.Target);
            case UpdateStatement { UpdateSpecification: { } update }:
                return Update(update);
            case DeleteStatement { DeleteSpecification: { } delete }:
                var scope = _expressions.Open(delete.FromClause, null, delete.Target);
                _expressions.Where(delete.WhereClause, scope);
                return Output(delete.OutputClause, delete.Target);
            case MergeStatement { MergeSpecification: { } merge }:
                return Merge(merge);
            case PredicateSetStatement or SetRowCountStatement or SaveTransactionStatement or RollbackTransactionStatement:
                return null;
            default:
                throw new TSqlMistakeException($"The checker does not know {statement.GetType().Name}: {TSqlText.Of(statement)}");
        }
    }

    private void Insert(InsertSpecification insert)
    {
        var target = schema.Table(insert.Target);
        var columns = insert.Columns.Select(column => TSqlExpressions.Named(target, column)).ToList();
        if (insert.InsertSource is not ValuesInsertSource values)
            throw new TSqlMistakeException($"The checker does not know {insert.InsertSource.GetType().Name}.");
        foreach (var row in values.RowValues)
        {
            if (row.ColumnValues.Count != columns.Count) throw new TSqlMistakeException($"{columns.Count} columns get {row.ColumnValues.Count} values.");
            foreach (var (column, value) in columns.Zip(row.ColumnValues)) Assign(column, _expressions.Type(value, new TSqlScope(null)), value);
        }
    }

    private IReadOnlyList<(string?, TSqlType)>? Update(UpdateSpecification update)
    {
        var scope = _expressions.Open(update.FromClause, null, update.Target);
        foreach (var clause in update.SetClauses.Cast<AssignmentSetClause>())
            Assign(_expressions.Type(clause.Column, scope), _expressions.Type(clause.NewValue, scope), clause);
        _expressions.Where(update.WhereClause, scope);
        return Output(update.OutputClause, update.Target);
    }

    private IReadOnlyList<(string?, TSqlType)>? Merge(MergeSpecification merge)
    {
        var scope = new TSqlScope(null);
        _expressions.Add(merge.TableReference, scope);
        scope.Add(merge.TableAlias?.Value ?? "target", schema.Table(merge.Target));
        _expressions.Predicate(merge.SearchCondition, scope);
        foreach (var insert in merge.ActionClauses.Select(clause => clause.Action).OfType<InsertMergeAction>())
        {
            var columns = insert.Columns.Select(column => TSqlExpressions.Named(schema.Table(merge.Target), column));
            foreach (var (column, value) in columns.Zip(insert.Source.RowValues.Single().ColumnValues)) Assign(column, _expressions.Type(value, scope), value);
        }

        return Output(merge.OutputClause, merge.Target);
    }

    private IReadOnlyList<(string?, TSqlType)>? Output(OutputClause? output, TableReference target)
    {
        if (output is null) return null;
        var scope = new TSqlScope(null);
        scope.Add("INSERTED", schema.Table(target));
        return _expressions.Elements(output.SelectColumns, scope);
    }

    private static void Assign(TSqlType column, TSqlType value, TSqlFragment place)
    {
        if (!column.GoesWith(value)) throw new TSqlMistakeException($"{column} is given {value}: {TSqlText.Of(place)}");
    }
}
