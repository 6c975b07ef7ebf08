using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Graph.Topics;

namespace GraphNews.Graph.Bundles;

/// <summary>The records of entities.</summary>
internal static class EntityRecords
{
    /// <summary>Each type of record. Countries are reference data and come in no bundle.</summary>
    public static IReadOnlyList<RecordType> All { get; } =
    [
        RecordType.Of<Official>(NodeKind.Official, FillOfficial),
        RecordType.Of<Agency>(NodeKind.Agency, FillAgency),
        RecordType.Of<Post>(NodeKind.Post, FillPost),
        RecordType.Of<Meeting>(NodeKind.Meeting, FillMeeting),
        RecordType.Of<Agreement>(NodeKind.Agreement, FillAgreement),
        RecordType.Of<Topic>(NodeKind.Topic, FillTopic),
        RecordType.Of<Occasion>(NodeKind.Occasion, FillOccasion),
        RecordType.Of<Place>(NodeKind.Place, FillPlace),
        RecordType.Of<SourceArticle>(NodeKind.SourceArticle, FillArticle),
        RecordType.Of<Publisher>(NodeKind.Publisher, FillPublisher),
    ];

    private static void FillOfficial(Draft draft, Official official, RecordFields fields)
    {
        official.BirthDate = fields.Date("birthDate");
        official.DeathDate = fields.Date("deathDate");
        draft.Refer(fields.Reference("country"), "country", NodeKind.Country, id => official.CountryId = id);
        draft.AddTexts(fields, "description");
    }

    private static void FillAgency(Draft draft, Agency agency, RecordFields fields)
    {
        agency.Kind = fields.Enum<AgencyKind>("kind");
        agency.Founded = fields.Date("founded");
        agency.Dissolved = fields.Date("dissolved");
        draft.Refer(fields.Reference("country"), "country", NodeKind.Country, id => agency.CountryId = id);
        draft.Refer(fields.Reference("parent"), "parent", NodeKind.Agency, id => agency.ParentId = id);
        draft.AddTexts(fields, "description");
    }

    private static void FillPost(Draft draft, Post post, RecordFields fields)
    {
        post.Rank = fields.Text("rank");
        draft.Refer(fields.Reference("agency"), "agency", NodeKind.Agency, id => post.AgencyId = id);
    }

    private static void FillMeeting(Draft draft, Meeting meeting, RecordFields fields)
    {
        meeting.Kind = fields.Enum<MeetingKind>("kind");
        meeting.Status = fields.Enum<MeetingStatus>("status");
        meeting.Starts = fields.Date("starts");
        meeting.Ends = fields.Date("ends");
        draft.Refer(fields.Reference("place"), "place", NodeKind.Place, id => meeting.PlaceId = id);
        draft.Refer(fields.Reference("host"), "host", NodeKind.Agency, id => meeting.HostId = id);
        draft.Refer(fields.Reference("parent"), "parent", NodeKind.Meeting, id => meeting.ParentId = id);
        draft.AddTexts(fields, "title");
        draft.AddTexts(fields, "summary");
        draft.Link<MeetingTopic>(
            fields.References("topics"), "topics", NodeKind.Topic, (link, id) => link.MeetingId = id, (link, id) => link.TopicId = id);
        draft.Link<MeetingOccasion>(
            fields.References("occasions"), "occasions", NodeKind.Occasion, (link, id) => link.MeetingId = id, (link, id) => link.OccasionId = id);
    }

    private static void FillAgreement(Draft draft, Agreement agreement, RecordFields fields)
    {
        agreement.Kind = fields.Enum<AgreementKind>("kind");
        agreement.Status = fields.Enum<AgreementStatus>("status");
        agreement.Considered = fields.Date("considered");
        agreement.Announced = fields.Date("announced");
        agreement.Signed = fields.Date("signed");
        agreement.InForce = fields.Date("inForce");
        agreement.Ended = fields.Date("ended");
        draft.Refer(fields.Reference("meeting"), "meeting", NodeKind.Meeting, id => agreement.MeetingId = id);
        draft.AddTexts(fields, "title");
        draft.AddTexts(fields, "summary");
        draft.Link<AgreementTopic>(
            fields.References("topics"), "topics", NodeKind.Topic, (link, id) => link.AgreementId = id, (link, id) => link.TopicId = id);
        draft.Link<AgreementOccasion>(
            fields.References("occasions"), "occasions", NodeKind.Occasion, (link, id) => link.AgreementId = id, (link, id) => link.OccasionId = id);
    }

    private static void FillTopic(Draft draft, Topic topic, RecordFields fields)
        => draft.Refer(fields.Reference("broader"), "broader", NodeKind.Topic, id => topic.BroaderId = id);

    private static void FillOccasion(Draft draft, Occasion occasion, RecordFields fields)
    {
        occasion.Starts = fields.Date("starts");
        occasion.Ends = fields.Date("ends");
        draft.Link<OccasionPlace>(
            fields.References("places"), "places", NodeKind.Place, (link, id) => link.OccasionId = id, (link, id) => link.PlaceId = id);
    }

    private static void FillPlace(Draft draft, Place place, RecordFields fields)
    {
        place.Latitude = fields.Number("latitude", -90, 90);
        place.Longitude = fields.Number("longitude", -180, 180);
        draft.Refer(fields.Reference("country"), "country", NodeKind.Country, id => place.CountryId = id);
        draft.Refer(fields.Reference("parent"), "parent", NodeKind.Place, id => place.ParentId = id);
    }

    private static void FillArticle(Draft draft, SourceArticle article, RecordFields fields)
    {
        article.Kind = fields.Enum<ArticleKind>("kind");
        article.Url = fields.Url("url");
        article.Title = fields.RequiredName("title");
        article.Language = fields.Language("language");
        article.Published = fields.Date("published");
        article.Retrieved = fields.Instant("retrieved");
        article.Text = ArticleText.Read(draft.Record, fields);
        article.ContentHash = ContentHash.Of(article.Text);
        draft.Refer(fields.Reference("publisher"), "publisher", NodeKind.Publisher, id => article.PublisherId = id);
    }

    private static void FillPublisher(Draft draft, Publisher publisher, RecordFields fields)
    {
        publisher.Site = fields.Url("site");
        draft.Refer(fields.Reference("country"), "country", NodeKind.Country, id => publisher.CountryId = id);
    }
}
