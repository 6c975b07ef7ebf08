using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Meetings;

internal sealed class MeetingModel : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Meeting.Starts), nameof(Meeting.Id));
        builder.HasLiveIndex(nameof(Meeting.ParentId), nameof(Meeting.Starts), nameof(Meeting.Id));
        builder.HasLiveIndex(nameof(Meeting.PlaceId), nameof(Meeting.Starts), nameof(Meeting.Id));
        builder.HasLiveIndex(nameof(Meeting.HostId), nameof(Meeting.Starts), nameof(Meeting.Id));
    }
}

internal sealed class ParticipationModel : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("Participations");
        builder.IsFact();
        builder.Property(p => p.NameAsWritten).HasMaxLength(ColumnLengths.Name);
        builder.Property(p => p.TitleAsWritten).HasMaxLength(ColumnLengths.Name);
        builder.HasLiveIndex(nameof(Participation.MeetingId), nameof(Participation.Id));
        builder.HasLiveIndex(nameof(Participation.OfficialId), nameof(Participation.MeetingId), nameof(Participation.Id));
        builder.HasLiveIndex(nameof(Participation.AgencyId), nameof(Participation.MeetingId), nameof(Participation.Id));
        builder.HasLiveIndex(nameof(Participation.OnBehalfOfId), nameof(Participation.MeetingId), nameof(Participation.Id));
    }
}

internal sealed class CapacityModel : IEntityTypeConfiguration<Capacity>
{
    public void Configure(EntityTypeBuilder<Capacity> builder)
    {
        builder.ToTable("Capacities");
        builder.IsRow();
        builder.HasLiveIndex(nameof(Capacity.ParticipationId), nameof(Capacity.Id));
        builder.HasLiveIndex(nameof(Capacity.PostId), nameof(Capacity.ParticipationId), nameof(Capacity.Id));
        builder.HasLiveIndex(nameof(Capacity.TenureId), nameof(Capacity.ParticipationId), nameof(Capacity.Id));
    }
}
