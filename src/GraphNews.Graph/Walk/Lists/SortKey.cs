using System.Linq.Expressions;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Walk;

/// <summary>What an order needs of a value: no nulls, and a type that has an order on every storage.</summary>
internal static class SortKey
{
    /// <summary>The keys of a value: a partial date sorts by its earliest, then its latest day.</summary>
    /// <param name="value">The value.</param>
    /// <param name="optional">Whether it may be missing.</param>
    public static IEnumerable<Expression> Of(Expression value, bool optional)
    {
        IEnumerable<Expression> keys = value.Type == typeof(PartialDate)
            ? [Expression.Property(value, nameof(PartialDate.Earliest)), Expression.Property(value, nameof(PartialDate.Latest))]
            : [Plain(value)];
        return optional ? keys.Select(NeverNull) : keys;
    }

    /// <summary>The types of the keys of values of a type.</summary>
    public static IReadOnlyList<Type> TypesOf(Type value)
    {
        if (value == typeof(PartialDate)) return [typeof(DateOnly), typeof(DateOnly)];
        var type = Nullable.GetUnderlyingType(value) ?? value;
        return [type.IsEnum ? typeof(string) : type];
    }

    /// <summary>Enums sort by the names that they are stored as.</summary>
    private static Expression Plain(Expression value)
        => (Nullable.GetUnderlyingType(value.Type) ?? value.Type).IsEnum
            ? Expression.Convert(Expression.Convert(value, typeof(object)), typeof(string))
            : value;

    /// <summary>Unknown comes first in ascending order, whatever the storage thinks of nulls.</summary>
    private static Expression NeverNull(Expression value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var nullable = value.Type.IsValueType && value.Type == type
            ? Expression.Convert(value, typeof(Nullable<>).MakeGenericType(type))
            : value;
        return Expression.Coalesce(nullable, Expression.Constant(Lowest(type), type));
    }

    private static object Lowest(Type type)
    {
        if (type == typeof(string)) return "";

        // SQL Server reads -2147483648 as minus a numeric, and the key would be no int any more.
        if (type == typeof(int)) return -int.MaxValue;
        return type.GetField(nameof(int.MinValue))?.GetValue(null)
            ?? type.GetProperty(nameof(DateOnly.MinValue))!.GetValue(null)!;
    }
}
