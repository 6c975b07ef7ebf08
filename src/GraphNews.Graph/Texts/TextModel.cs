using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Texts;

internal sealed class TextModel : IEntityTypeConfiguration<Text>
{
    public void Configure(EntityTypeBuilder<Text> builder)
    {
        builder.ToTable("Texts");
        builder.IsRow();
        builder.Property(t => t.Field).HasMaxLength(ColumnLengths.Field);
        builder.Property(t => t.Language).HasMaxLength(ColumnLengths.Language);
        builder.Property(t => t.Value).HasMaxLength(ColumnLengths.Passage);
        builder.HasLiveIndex(nameof(Text.SubjectId), nameof(Text.Field), nameof(Text.Language), nameof(Text.Id));
    }
}
