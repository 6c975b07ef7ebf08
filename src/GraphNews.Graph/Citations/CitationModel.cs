using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Citations;

internal sealed class CitationModel : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.ToTable("Citations");
        builder.IsNodeRow();
        builder.Property(c => c.Quote).HasMaxLength(ColumnLengths.Passage).IsVerbatim();
        builder.Property(c => c.Locator).HasMaxLength(ColumnLengths.Name);
        builder.Property(c => c.Field).HasMaxLength(ColumnLengths.Field);
        builder.Property(c => c.Value).HasMaxLength(ColumnLengths.Passage);
        builder.Property(c => c.AssertedBy).HasMaxLength(ColumnLengths.Actor);
        builder.HasLiveIndex(nameof(Citation.SubjectId), nameof(Citation.Id));
        builder.HasLiveIndex(nameof(Citation.ArticleId), nameof(Citation.Id));
        builder.HasLiveIndex(nameof(Citation.ClaimId), nameof(Citation.Id));
    }
}

internal sealed class DisputeModel : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("Disputes");
        builder.IsRow();
        builder.Property(d => d.Field).HasMaxLength(ColumnLengths.Field);
        builder.Property(d => d.Accepted).HasMaxLength(ColumnLengths.Passage);
        builder.HasLiveIndex(nameof(Dispute.SubjectId), nameof(Dispute.Field), nameof(Dispute.Id));
    }
}

internal sealed class ClaimModel : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("Claims");
        builder.IsRow();
        builder.Property(c => c.Value).HasMaxLength(ColumnLengths.Passage);
        builder.HasLiveIndex(nameof(Claim.DisputeId), nameof(Claim.Id));
    }
}
