using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Model;

/// <summary>A column, or a date of several, that the change log keeps.</summary>
/// <param name="Property">The property.</param>
/// <param name="Read">Its value in a row, as the log spells it before it is JSON: enums by name.</param>
/// <param name="IsWritten">Whether a new row's value is an entry of its own.</param>
internal sealed record LoggedColumn(IPropertyBase Property, Func<object, object?> Read, bool IsWritten)
{
    /// <summary>The columns of a table but its key and what the writer derives.</summary>
    public static IEnumerable<LoggedColumn> Of(IEntityType table)
    {
        foreach (var property in table.GetProperties().Where(p => !p.IsPrimaryKey() && !Derived.Is(p.PropertyInfo!.DeclaringType!, p.Name)))
        {
            var read = property.GetGetter().GetClrValue;

            // A new node stands for itself.
            var isWritten = property.Name != nameof(Node.CanonicalId);
            var converter = IsEnum(property.ClrType) ? property.GetValueConverter() : null;
            yield return new LoggedColumn(property, converter is null ? read : row => converter.ConvertToProvider(read(row)), isWritten);
        }

        foreach (var date in table.GetComplexProperties()) yield return new LoggedColumn(date, date.GetGetter().GetClrValue, IsWritten: true);
    }

    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
}
