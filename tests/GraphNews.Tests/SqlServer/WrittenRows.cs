using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Tests.SqlServer;

/// <summary>Rows with something in every column that takes a number or a text.</summary>
internal static class WrittenRows
{
    public static object Of(IEntityType table)
    {
        var row = Activator.CreateInstance(table.ClrType)!;
        foreach (var property in table.GetProperties().Where(property => property.PropertyInfo is { CanWrite: true }))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            object? value = type == typeof(string) ? "x" : type == typeof(long) ? 1L : type == typeof(int) ? 1 : null;
            if (value is not null) property.PropertyInfo!.SetValue(row, value);
        }

        return row;
    }
}
