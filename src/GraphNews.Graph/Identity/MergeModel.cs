using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Identity;

internal sealed class MergeModel : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.ToTable("Merges");
        builder.HasKey(m => m.LoserId);
        builder.Property(m => m.LoserId).ValueGeneratedNever();
        builder.HasOne(m => m.Loser).WithOne().HasForeignKey<Merge>(m => m.LoserId);
        builder.HasOne(m => m.Winner).WithMany().HasForeignKey(m => m.WinnerId);
        builder.HasIndex(m => m.WinnerId);
    }
}

internal sealed class MovedReferenceModel : IEntityTypeConfiguration<MovedReference>
{
    public void Configure(EntityTypeBuilder<MovedReference> builder)
    {
        builder.ToTable("MovedReferences");
        builder.HasKey(m => new { m.Table, m.RowId, m.Field });
        builder.Property(m => m.Table).HasMaxLength(ColumnLengths.Field);
        builder.Property(m => m.Field).HasMaxLength(ColumnLengths.Field);
        builder.HasIndex(m => m.AssertedId);
    }
}
