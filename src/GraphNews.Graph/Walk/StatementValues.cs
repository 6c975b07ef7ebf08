using System.Globalization;
using System.Linq.Expressions;
using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphNews.Graph.Walk;

/// <summary>
/// The values of a statement while it is compiled: each becomes an SQL parameter whose name tells its number, so that
/// the text can be used again with other values.
/// </summary>
internal sealed class StatementValues(IReadOnlyList<object> values, IModel model, IRelationalTypeMappingSource mappings)
{
    private readonly List<RelationalTypeMapping> _mappings = [];

    public int Taken => _mappings.Count;

    public IReadOnlyList<RelationalTypeMapping> Mappings => _mappings;

    /// <summary>The next value, as it is compared with a column; without one it is mapped by its type.</summary>
    public Expression Next(Type type, IProperty? column = null)
    {
        var index = _mappings.Count;
        _mappings.Add(MappingOf(type, column));
        var slot = (Expression)Expression.Constant(
            Activator.CreateInstance(typeof(Slot<>).MakeGenericType(type), Typed(values[index], type)));

        // EF names a parameter after the path of members that leads to its value: spell the number with digits.
        foreach (var digit in index.ToString(CultureInfo.InvariantCulture)) slot = Expression.Property(slot, $"N{digit}");
        return Expression.Property(slot, nameof(Slot<>.Value));
    }

    /// <summary>The number that a parameter's name spells; null if it is not one of these.</summary>
    public static int? NumberOf(string parameter)
    {
        var name = parameter.AsSpan().TrimStart('@').ToString();
        var end = name.LastIndexOf("_Value", StringComparison.Ordinal);

        // Where one value is compared as two types, EF makes two parameters and numbers the second.
        if (!name.StartsWith('N') || end < 0 || !name[(end + "_Value".Length)..].All(char.IsAsciiDigit)) return null;
        var digits = string.Concat(name[..end].Split('_').Select(part => part[1..]));
        return int.Parse(digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The value as its mapping takes it: arguments hold enums as their names.</summary>
    public static object Given(object value, RelationalTypeMapping mapping) => Typed(value, mapping.ClrType);

    /// <summary>The value as the provider takes it.</summary>
    public static object? Stored(object value, RelationalTypeMapping mapping)
        => mapping.Converter is { } converter ? converter.ConvertToProvider(Given(value, mapping)) : Given(value, mapping);

    private static object Typed(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum && value is string name ? EnumNames.Find(type, name)! : value;
    }

    private RelationalTypeMapping MappingOf(Type type, IProperty? column)
    {
        if (column is not null) return column.GetRelationalTypeMapping();
        return mappings.FindMapping(type, model)
            ?? throw new InvalidOperationException($"The storage has no SQL type for values of {type}.");
    }

    /// <summary>A value, and digits that each lead back to itself.</summary>
    private sealed class Slot<T>(T value)
    {
        public T Value { get; } = value;

        public Slot<T> N0 => this;

        public Slot<T> N1 => this;

        public Slot<T> N2 => this;

        public Slot<T> N3 => this;

        public Slot<T> N4 => this;

        public Slot<T> N5 => this;

        public Slot<T> N6 => this;

        public Slot<T> N7 => this;

        public Slot<T> N8 => this;

        public Slot<T> N9 => this;
    }
}
