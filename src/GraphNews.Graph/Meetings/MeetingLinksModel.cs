using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Meetings;

internal sealed class MeetingTopicModel : IEntityTypeConfiguration<MeetingTopic>
{
    public void Configure(EntityTypeBuilder<MeetingTopic> builder)
    {
        builder.ToTable("MeetingTopics");
        builder.IsRow();
        builder.HasLiveIndex(nameof(MeetingTopic.MeetingId), nameof(MeetingTopic.TopicId), nameof(MeetingTopic.Id));
        builder.HasLiveIndex(nameof(MeetingTopic.TopicId), nameof(MeetingTopic.MeetingId), nameof(MeetingTopic.Id));
    }
}

internal sealed class MeetingOccasionModel : IEntityTypeConfiguration<MeetingOccasion>
{
    public void Configure(EntityTypeBuilder<MeetingOccasion> builder)
    {
        builder.ToTable("MeetingOccasions");
        builder.IsRow();
        builder.HasLiveIndex(nameof(MeetingOccasion.MeetingId), nameof(MeetingOccasion.OccasionId), nameof(MeetingOccasion.Id));
        builder.HasLiveIndex(nameof(MeetingOccasion.OccasionId), nameof(MeetingOccasion.MeetingId), nameof(MeetingOccasion.Id));
    }
}
