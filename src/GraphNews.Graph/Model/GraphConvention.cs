using GraphNews.Graph.Dates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GraphNews.Graph.Model;

/// <summary>What holds for every table: enums by name, dates of one length, no cascades.</summary>
internal sealed class GraphConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var table in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var reference in table.GetForeignKeys())
            {
                // Nothing is ever deleted through a reference, and SQL Server allows no cycles of cascades.
                reference.Builder.OnDelete(DeleteBehavior.NoAction);
            }

            foreach (var property in table.GetProperties())
            {
                if (EnumOf(property.ClrType) is not { } enumType) continue;
                property.Builder.HasConversion(
                    (ValueConverter)Activator.CreateInstance(typeof(EnumNameConverter<>).MakeGenericType(enumType))!);
                property.Builder.HasMaxLength(EnumNames.MaxLength);
            }

            foreach (var date in table.GetComplexProperties())
            {
                date.ComplexType.FindProperty(nameof(PartialDate.Text))!.Builder.HasMaxLength(ColumnLengths.Date);
            }
        }
    }

    private static Type? EnumOf(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } enumType ? enumType : null;
}
