using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Places;

internal sealed class PlaceModel : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("Places");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Place.CountryId), nameof(Place.SortName), nameof(Place.Id));
        builder.HasLiveIndex(nameof(Place.ParentId), nameof(Place.SortName), nameof(Place.Id));
    }
}

internal sealed class CountryModel : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.ToTable("Countries");
        builder.IsEntity();
        builder.Property(c => c.Code).HasMaxLength(2);
        builder.Property(c => c.Alpha3).HasMaxLength(3);
        builder.Property(c => c.Numeric).HasMaxLength(3);
        builder.HasLiveIndex(nameof(Country.Code), nameof(Country.Id));
    }
}
