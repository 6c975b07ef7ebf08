using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Topics;

internal sealed class OccasionModel : IEntityTypeConfiguration<Occasion>
{
    public void Configure(EntityTypeBuilder<Occasion> builder)
    {
        builder.ToTable("Occasions");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Occasion.Starts), nameof(Occasion.Id));
    }
}

internal sealed class OccasionPlaceModel : IEntityTypeConfiguration<OccasionPlace>
{
    public void Configure(EntityTypeBuilder<OccasionPlace> builder)
    {
        builder.ToTable("OccasionPlaces");
        builder.IsRow();
        builder.HasLiveIndex(nameof(OccasionPlace.OccasionId), nameof(OccasionPlace.PlaceId), nameof(OccasionPlace.Id));
        builder.HasLiveIndex(nameof(OccasionPlace.PlaceId), nameof(OccasionPlace.OccasionId), nameof(OccasionPlace.Id));
    }
}
