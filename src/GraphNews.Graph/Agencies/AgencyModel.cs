using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Agencies;

internal sealed class AgencyModel : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("Agencies");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Agency.CountryId), nameof(Agency.SortName), nameof(Agency.Id));
        builder.HasLiveIndex(nameof(Agency.ParentId), nameof(Agency.SortName), nameof(Agency.Id));
    }
}

internal sealed class AgencySuccessionModel : IEntityTypeConfiguration<AgencySuccession>
{
    public void Configure(EntityTypeBuilder<AgencySuccession> builder)
    {
        builder.ToTable("AgencySuccessions");
        builder.IsFact();
        builder.HasLiveIndex(nameof(AgencySuccession.PredecessorId), nameof(AgencySuccession.Date), nameof(AgencySuccession.Id));
        builder.HasLiveIndex(nameof(AgencySuccession.SuccessorId), nameof(AgencySuccession.Date), nameof(AgencySuccession.Id));
    }
}
