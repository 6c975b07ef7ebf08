using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Keys;

internal sealed class ApiKeyModel : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(k => k.Id).HasMaxLength(KeyText.IdLength);
        builder.Property(k => k.Name).HasMaxLength(ApiKeys.LongestName);
        builder.Property(k => k.SecretHash).HasMaxLength(64);
    }
}
