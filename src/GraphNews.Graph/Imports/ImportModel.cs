using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Imports;

internal sealed class ImportedSourceModel : IEntityTypeConfiguration<ImportedSource>
{
    public void Configure(EntityTypeBuilder<ImportedSource> builder)
    {
        builder.ToTable("ImportedSources");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Key).HasMaxLength(ColumnLengths.Slug);
        builder.HasIndex(s => s.Key).IsUnique();
    }
}

internal sealed class ImportRunModel : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("ImportRuns");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.SourceId, r.Id });
    }
}

internal sealed class ImportedRecordModel : IEntityTypeConfiguration<ImportedRecord>
{
    public void Configure(EntityTypeBuilder<ImportedRecord> builder)
    {
        builder.ToTable("ImportedRecords");
        builder.HasKey(r => new { r.SourceId, r.Key });
        builder.Property(r => r.Key).HasMaxLength(ColumnLengths.RecordKey);
        builder.Property(r => r.ContentHash).HasMaxLength(32);
        builder.HasIndex(r => r.NodeId);
    }
}
