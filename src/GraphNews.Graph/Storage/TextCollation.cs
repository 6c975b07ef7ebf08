using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Storage;

/// <summary>
/// Gives every text column a collation, so that it compares ordinally also in a database that somebody created with
/// another.
/// </summary>
internal static class TextCollation
{
    /// <param name="model">The tables.</param>
    /// <param name="collation">The product's name for the collation that compares code by code.</param>
    public static void Apply(ModelBuilder model, string collation)
    {
        foreach (var table in model.Model.GetEntityTypes()) Apply(table, collation);
    }

    private static void Apply(IMutableTypeBase type, string collation)
    {
        foreach (var text in type.GetProperties().Where(IsText)) text.SetCollation(collation);
        foreach (var part in type.GetComplexProperties()) Apply(part.ComplexType, collation);
    }

    private static bool IsText(IMutableProperty property)
        => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is { IsEnum: true } or { FullName: "System.String" };
}
