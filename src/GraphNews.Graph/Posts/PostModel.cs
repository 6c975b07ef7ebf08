using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Posts;

internal sealed class PostModel : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.IsEntity();
        builder.Property(p => p.Rank).HasMaxLength(ColumnLengths.Name);
        builder.HasLiveIndex(nameof(Post.AgencyId), nameof(Post.SortName), nameof(Post.Id));
    }
}
