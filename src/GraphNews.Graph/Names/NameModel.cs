using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Names;

internal sealed class NameModel : IEntityTypeConfiguration<Name>
{
    public void Configure(EntityTypeBuilder<Name> builder)
    {
        builder.ToTable("Names");
        builder.IsFact();
        builder.Property(n => n.Value).HasMaxLength(ColumnLengths.Name);
        builder.Property(n => n.Language).HasMaxLength(ColumnLengths.Language);
        builder.Property(n => n.Script).HasMaxLength(4);
        builder.Property(n => n.Folded).HasMaxLength(ColumnLengths.FoldedName);
        builder.Property(n => n.Loose).HasMaxLength(ColumnLengths.FoldedName);
        builder.Property(n => n.Skeleton).HasMaxLength(ColumnLengths.FoldedName);
        builder.Property(n => n.SkeletonStart).HasMaxLength(ColumnLengths.FoldedName);
        builder.Property(n => n.SkeletonEnd).HasMaxLength(ColumnLengths.FoldedName);

        // The best name of a node is picked from the index alone.
        builder.HasLiveIndex(nameof(Name.SubjectId), nameof(Name.Language), nameof(Name.Kind), nameof(Name.Id), nameof(Name.Value));
        builder.HasLiveIndex(nameof(Name.Folded), nameof(Name.SubjectId));
        builder.HasLiveIndex(nameof(Name.Loose), nameof(Name.SubjectId));
        builder.HasLiveIndex(nameof(Name.SkeletonStart), nameof(Name.SubjectId));
        builder.HasLiveIndex(nameof(Name.SkeletonEnd), nameof(Name.SubjectId));
    }
}

internal sealed class IdentifierModel : IEntityTypeConfiguration<Identifier>
{
    public void Configure(EntityTypeBuilder<Identifier> builder)
    {
        builder.ToTable("Identifiers");
        builder.IsRow();
        builder.Property(i => i.Scheme).HasMaxLength(ColumnLengths.Field);
        builder.Property(i => i.Value).HasMaxLength(ColumnLengths.Name);
        builder.HasLiveIndex(nameof(Identifier.SubjectId), nameof(Identifier.Scheme), nameof(Identifier.Id));
        builder.HasLiveIndex(nameof(Identifier.Scheme), nameof(Identifier.Value), nameof(Identifier.Id));
    }
}
