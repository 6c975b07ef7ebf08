using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Articles;

internal sealed class SourceArticleModel : IEntityTypeConfiguration<SourceArticle>
{
    public void Configure(EntityTypeBuilder<SourceArticle> builder)
    {
        builder.ToTable("SourceArticles");
        builder.IsEntity();
        builder.Property(a => a.Url).HasMaxLength(ColumnLengths.Url);
        builder.Property(a => a.Title).HasMaxLength(ColumnLengths.Passage);
        builder.Property(a => a.Language).HasMaxLength(ColumnLengths.Language);
        builder.Property(a => a.ContentHash).HasMaxLength(64);
        builder.HasLiveIndex(nameof(SourceArticle.PublisherId), nameof(SourceArticle.Published), nameof(SourceArticle.Id));
        builder.HasLiveIndex(nameof(SourceArticle.Published), nameof(SourceArticle.Id));
        builder.HasLiveIndex(nameof(SourceArticle.ContentHash), nameof(SourceArticle.Id));

        // As long as it is.
        builder.Property(a => a.Text).IsVerbatim();
    }
}

internal sealed class PublisherModel : IEntityTypeConfiguration<Publisher>
{
    public void Configure(EntityTypeBuilder<Publisher> builder)
    {
        builder.ToTable("Publishers");
        builder.IsEntity();
        builder.Property(p => p.Site).HasMaxLength(ColumnLengths.Url);
        builder.HasLiveIndex(nameof(Publisher.CountryId), nameof(Publisher.SortName), nameof(Publisher.Id));
    }
}
