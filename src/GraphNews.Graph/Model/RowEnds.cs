using System.Collections.Frozen;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Model;

/// <summary>
/// The one place that says what a fact or a link hangs on. Its ends: the row hides when one of them is hidden. The
/// first end owns the row: when the row changes, the owner counts as changed. Entities and judgements have neither. References that
/// are no ends (a meeting's place, a party's signatory) read as null when their target is hidden.
/// </summary>
internal static class RowEnds
{
    private static readonly FrozenDictionary<Type, string[]> Ends = new Dictionary<Type, string[]>
    {
        [typeof(Name)] = [nameof(Name.SubjectId)],
        [typeof(Identifier)] = [nameof(Identifier.SubjectId)],
        [typeof(Text)] = [nameof(Text.SubjectId)],
        [typeof(Citation)] = [nameof(Citation.SubjectId), nameof(Citation.ArticleId)],
        [typeof(Dispute)] = [nameof(Dispute.SubjectId)],
        [typeof(Claim)] = [nameof(Claim.DisputeId)],
        [typeof(Tenure)] = [nameof(Tenure.OfficialId), nameof(Tenure.PostId)],
        [typeof(AgencySuccession)] = [nameof(AgencySuccession.SuccessorId), nameof(AgencySuccession.PredecessorId)],
        [typeof(Participation)] = [nameof(Participation.MeetingId), nameof(Participation.OfficialId), nameof(Participation.AgencyId)],
        [typeof(Capacity)] = [nameof(Capacity.ParticipationId), nameof(Capacity.PostId)],
        [typeof(MeetingTopic)] = [nameof(MeetingTopic.MeetingId), nameof(MeetingTopic.TopicId)],
        [typeof(MeetingOccasion)] = [nameof(MeetingOccasion.MeetingId), nameof(MeetingOccasion.OccasionId)],
        [typeof(AgreementParty)] = [nameof(AgreementParty.AgreementId), nameof(AgreementParty.AgencyId), nameof(AgreementParty.CountryId)],
        [typeof(AgreementTopic)] = [nameof(AgreementTopic.AgreementId), nameof(AgreementTopic.TopicId)],
        [typeof(AgreementOccasion)] = [nameof(AgreementOccasion.AgreementId), nameof(AgreementOccasion.OccasionId)],
        [typeof(OccasionPlace)] = [nameof(OccasionPlace.OccasionId), nameof(OccasionPlace.PlaceId)],
    }.ToFrozenDictionary();

    // One agency cannot follow itself.
    private static readonly FrozenSet<Type> Different = [typeof(AgencySuccession)];

    /// <summary>The properties that hold the ends of a row, the owner first; empty for entities.</summary>
    public static IReadOnlyList<string> Of(Type rowType) => Ends.GetValueOrDefault(rowType, []);

    /// <summary>Whether the ends of a row must not be the same node.</summary>
    public static bool MustDiffer(Type rowType) => Different.Contains(rowType);
}
