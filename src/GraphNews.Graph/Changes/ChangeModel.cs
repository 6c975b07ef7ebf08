using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Changes;

internal sealed class ChangeModel : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(c => c.Version);
        builder.Property(c => c.Version).ValueGeneratedNever();
        builder.Property(c => c.Actor).HasMaxLength(ColumnLengths.Actor);
        builder.Property(c => c.Reason).HasMaxLength(ColumnLengths.Passage);
    }
}

internal sealed class ChangeEntryModel : IEntityTypeConfiguration<ChangeEntry>
{
    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.ToTable("ChangeEntries");
        builder.HasKey(e => new { e.Version, e.Ordinal });
        builder.HasOne<Change>().WithMany().HasForeignKey(e => e.Version);
        builder.Property(e => e.Table).HasMaxLength(ColumnLengths.Field);
        builder.Property(e => e.Field).HasMaxLength(ColumnLengths.Field);
        builder.HasIndex(e => new { e.NodeId, e.Version, e.Ordinal });

        // As long as the values of any column.
        builder.Property(e => e.OldValue).IsVerbatim();
        builder.Property(e => e.NewValue).IsVerbatim();
    }
}
