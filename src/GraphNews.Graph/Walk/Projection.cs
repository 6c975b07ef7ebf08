using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphNews.Graph.Walk;

/// <summary>The columns that a statement reads, each once.</summary>
internal sealed class Projection
{
    private readonly List<Expression> _columns = [];

    public int Count => _columns.Count;

    /// <summary>The ordinal of a column.</summary>
    public int Add(Expression column)
    {
        // A lifted column is the same column to EF.
        while (column is UnaryExpression { NodeType: ExpressionType.Convert } lifted && Nullable.GetUnderlyingType(lifted.Type) == lifted.Operand.Type)
            column = lifted.Operand;

        var known = _columns.FindIndex(existing => ExpressionEqualityComparer.Instance.Equals(existing, column));
        if (known >= 0) return known;
        _columns.Add(column);
        return _columns.Count - 1;
    }

    /// <summary>All columns as one selector's body.</summary>
    public Expression ToArray()
        => Expression.NewArrayInit(typeof(object), _columns.Select(column => Expression.Convert(column, typeof(object))));
}
