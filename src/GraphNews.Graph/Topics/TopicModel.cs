using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Topics;

internal sealed class TopicModel : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("Topics");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Topic.BroaderId), nameof(Topic.SortName), nameof(Topic.Id));
    }
}
