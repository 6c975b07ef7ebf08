using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Officials;

internal sealed class OfficialModel : IEntityTypeConfiguration<Official>
{
    public void Configure(EntityTypeBuilder<Official> builder)
    {
        builder.ToTable("Officials");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Official.CountryId), nameof(Official.SortName), nameof(Official.Id));
    }
}

internal sealed class TenureModel : IEntityTypeConfiguration<Tenure>
{
    public void Configure(EntityTypeBuilder<Tenure> builder)
    {
        builder.ToTable("Tenures");
        builder.IsFact();
        builder.HasLiveIndex(nameof(Tenure.OfficialId), nameof(Tenure.From), nameof(Tenure.Id));
        builder.HasLiveIndex(nameof(Tenure.PostId), nameof(Tenure.From), nameof(Tenure.Id));
    }
}
