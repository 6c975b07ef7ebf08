using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Nodes;

internal sealed class NodeModel : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.ToTable("Nodes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasOne<Node>().WithMany().HasForeignKey(n => n.CanonicalId);
        builder.HasIndex(n => n.CanonicalId);
        builder.HasIndex(n => new { n.Kind, n.Id });
    }
}

internal sealed class SlugModel : IEntityTypeConfiguration<Slug>
{
    public void Configure(EntityTypeBuilder<Slug> builder)
    {
        builder.ToTable("Slugs");
        builder.HasKey(s => s.Value);
        builder.Property(s => s.Value).HasMaxLength(ColumnLengths.Slug);
        builder.HasIndex(s => s.NodeId);
    }
}

internal sealed class GraphStateModel : IEntityTypeConfiguration<GraphState>
{
    public void Configure(EntityTypeBuilder<GraphState> builder)
    {
        builder.ToTable("Graph");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasData(new GraphState { Id = 1, Version = 0, NextNodeId = 1, FoldingVersion = 0 });
    }
}
