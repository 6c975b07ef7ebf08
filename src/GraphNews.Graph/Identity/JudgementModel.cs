using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Identity;

internal sealed class JudgementModel : IEntityTypeConfiguration<Judgement>
{
    public void Configure(EntityTypeBuilder<Judgement> builder)
    {
        builder.ToTable("Judgements");
        builder.IsNodeRow();
        builder.HasOne(j => j.Left).WithMany().HasForeignKey(j => j.LeftId);
        builder.HasOne(j => j.Right).WithMany().HasForeignKey(j => j.RightId);
        builder.Property(j => j.LeftId).IsAsserted();
        builder.Property(j => j.RightId).IsAsserted();
        builder.Property(j => j.JudgedBy).HasMaxLength(ColumnLengths.Actor);
        builder.Property(j => j.Reason).HasMaxLength(ColumnLengths.Passage);
        builder.HasLiveIndex(nameof(Judgement.LeftId), nameof(Judgement.Id));
        builder.HasLiveIndex(nameof(Judgement.RightId), nameof(Judgement.Id));
    }
}
