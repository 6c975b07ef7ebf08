using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GraphNews.Graph.Agreements;

internal sealed class AgreementModel : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("Agreements");
        builder.IsEntity();
        builder.HasLiveIndex(nameof(Agreement.MeetingId), nameof(Agreement.SortName), nameof(Agreement.Id));
    }
}

internal sealed class AgreementPartyModel : IEntityTypeConfiguration<AgreementParty>
{
    public void Configure(EntityTypeBuilder<AgreementParty> builder)
    {
        builder.ToTable("AgreementParties");
        builder.IsFact();
        builder.HasLiveIndex(nameof(AgreementParty.AgreementId), nameof(AgreementParty.Id));
        builder.HasLiveIndex(nameof(AgreementParty.AgencyId), nameof(AgreementParty.AgreementId), nameof(AgreementParty.Id));
        builder.HasLiveIndex(nameof(AgreementParty.CountryId), nameof(AgreementParty.AgreementId), nameof(AgreementParty.Id));
        builder.HasLiveIndex(nameof(AgreementParty.SignatoryId), nameof(AgreementParty.AgreementId), nameof(AgreementParty.Id));
    }
}

internal sealed class AgreementTopicModel : IEntityTypeConfiguration<AgreementTopic>
{
    public void Configure(EntityTypeBuilder<AgreementTopic> builder)
    {
        builder.ToTable("AgreementTopics");
        builder.IsRow();
        builder.HasLiveIndex(nameof(AgreementTopic.AgreementId), nameof(AgreementTopic.TopicId), nameof(AgreementTopic.Id));
        builder.HasLiveIndex(nameof(AgreementTopic.TopicId), nameof(AgreementTopic.AgreementId), nameof(AgreementTopic.Id));
    }
}

internal sealed class AgreementOccasionModel : IEntityTypeConfiguration<AgreementOccasion>
{
    public void Configure(EntityTypeBuilder<AgreementOccasion> builder)
    {
        builder.ToTable("AgreementOccasions");
        builder.IsRow();
        builder.HasLiveIndex(nameof(AgreementOccasion.AgreementId), nameof(AgreementOccasion.OccasionId), nameof(AgreementOccasion.Id));
        builder.HasLiveIndex(nameof(AgreementOccasion.OccasionId), nameof(AgreementOccasion.AgreementId), nameof(AgreementOccasion.Id));
    }
}
