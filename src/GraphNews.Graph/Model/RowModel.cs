using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Model;

/// <summary>What the tables of rows have in common.</summary>
internal static class RowModel
{
    /// <summary>The filter of indexes that lists read: only rows that show. Portable SQL.</summary>
    public const string Live = "\"HiddenSince\" IS NULL";

    /// <summary>The filter of the small indexes that find hidden rows again. Portable SQL.</summary>
    public const string Hidden = "\"HiddenSince\" IS NOT NULL";

    /// <summary>The annotation of <see cref="IsVerbatim"/>.</summary>
    public const string Verbatim = "GraphNews:Verbatim";

    /// <summary>The annotation of <see cref="IsAsserted"/>.</summary>
    public const string Asserted = "GraphNews:Asserted";

    /// <summary>The table of an entity: a node with a slug and a sort name.</summary>
    public static void IsEntity<T>(this EntityTypeBuilder<T> row)
        where T : Entity
    {
        row.IsNodeRow();
        row.Property(e => e.Slug).HasMaxLength(ColumnLengths.Slug);
        row.HasIndex(e => e.Slug).IsUnique();
        row.Property(e => e.SortName).HasMaxLength(ColumnLengths.Name);
        row.HasLiveIndex(nameof(Entity.SortName), nameof(Entity.Id));
    }

    /// <summary>The table of a fact: a node that citations hang on.</summary>
    public static void IsFact<T>(this EntityTypeBuilder<T> row)
        where T : Fact
    {
        row.IsNodeRow();
        row.Property(f => f.StatedBy).HasMaxLength(ColumnLengths.Actor);
    }

    /// <summary>The table of a kind of node: it shares the node's key.</summary>
    public static void IsNodeRow<T>(this EntityTypeBuilder<T> row)
        where T : NodeRow
    {
        row.IsRow();
        row.HasOne(r => r.Node).WithOne().HasForeignKey<T>(r => r.Id);
    }

    /// <summary>The table of rows that can be hidden.</summary>
    public static void IsRow<T>(this EntityTypeBuilder<T> row)
        where T : GraphRow
    {
        row.HasKey(r => r.Id);
        row.Property(r => r.Id).ValueGeneratedNever();
        row.HasIndex(r => r.HiddenSince).HasFilter(Hidden);
    }

    /// <summary>
    /// A string kept exactly as it comes, white space at its ends included. All others are trimmed when written.
    /// </summary>
    public static void IsVerbatim(this PropertyBuilder<string?> property) => property.HasAnnotation(Verbatim, true);

    /// <summary>A reference that a merge leaves as it was said: it is about identity itself.</summary>
    public static void IsAsserted(this PropertyBuilder<long> property) => property.HasAnnotation(Asserted, true);
}
