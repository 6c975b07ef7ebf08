using System.Globalization;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Exports.FollowTheMoney;

/// <summary>Entities as FollowTheMoney's things: people, bodies, positions, events, documents, addresses.</summary>
/// <param name="page">The rows.</param>
/// <param name="losses">Hears what has no place.</param>
/// <param name="publishesText">Whether readers get the texts of articles.</param>
/// <param name="merged">The slugs of what was merged into an entity.</param>
internal sealed class FollowTheMoneyThings(ExportPage page, ExportLosses losses, bool publishesText, Func<long, IReadOnlyList<string>> merged)
{
    /// <summary>How keywords tell what sort of meeting it is.</summary>
    public const string KindKeyword = "kind: ";

    /// <summary>How keywords tell whether a meeting was held.</summary>
    public const string StatusKeyword = "status: ";

    /// <summary>The scheme that things have a property for.</summary>
    public const string Wikidata = "wikidata";

    /// <summary>What an agency is: what a state or several have set up is a public body.</summary>
    public static string SchemaOf(AgencyKind kind) => kind switch
    {
        AgencyKind.Company => "Company",
        AgencyKind.Unknown or AgencyKind.Other or AgencyKind.Association or AgencyKind.Academic or AgencyKind.Media or AgencyKind.PoliticalParty => "Organization",
        _ => "PublicBody",
    };

    /// <summary>An enum's member as words.</summary>
    public static string Words(Enum member) => EnumNames.Of(member).Replace('_', ' ').ToLowerInvariant();

    public FollowTheMoneyEntity Person(Official official)
    {
        var person = Thing(official, "Person");
        person.Add("birthDate", Date(official.BirthDate));
        person.Add("deathDate", Date(official.DeathDate));
        person.Add("country", Country(official.CountryId));
        person.Add("description", Texts(official, "description"));
        return person;
    }

    public FollowTheMoneyEntity Agency(Agency agency)
    {
        var body = Thing(agency, SchemaOf(agency.Kind));
        if (agency.Kind != AgencyKind.Unknown) body.Add("classification", Words(agency.Kind));
        body.Add("country", Country(agency.CountryId));
        body.Add("incorporationDate", Date(agency.Founded));
        body.Add("dissolutionDate", Date(agency.Dissolved));
        body.Add("description", Texts(agency, "description"));
        return body;
    }

    public FollowTheMoneyEntity Position(Post post)
    {
        var position = Thing(post, "Position");
        position.Add("organization", page.Slug(post.AgencyId));
        losses.AddIf(post.Rank is not null, LossNames.Ranks);
        return position;
    }

    public FollowTheMoneyEntity Event(Meeting meeting)
    {
        var met = Thing(meeting, "Event");
        met.Add("summary", Texts(meeting, "summary"));
        met.Add("startDate", Date(meeting.Starts));
        met.Add("endDate", Date(meeting.Ends));
        met.Add("organizer", page.Slug(meeting.HostId));
        met.Add("location", page.Label(meeting.PlaceId));
        met.Add("addressEntity", page.Slug(meeting.PlaceId));
        if (meeting.Kind != MeetingKind.Unknown) met.Add("keywords", KindKeyword + Words(meeting.Kind));
        if (meeting.Status != MeetingStatus.Unknown) met.Add("keywords", StatusKeyword + Words(meeting.Status));
        met.Add("keywords", page.Hanging<MeetingTopic>(meeting.Id).Select(link => page.Label(link.TopicId)));
        var participations = page.Hanging<Participation>(meeting.Id).ToList();
        foreach (var participation in participations) AddParticipant(met, participation);
        Proof.Add(met, page, losses, participations);
        losses.Add(LossNames.Stated, participations.Count(participation => participation.StatedBy is not null));
        losses.AddIf(page.Slug(meeting.ParentId) is not null, LossNames.Parents);
        return met;
    }

    public FollowTheMoneyEntity Article(SourceArticle article)
    {
        var document = Thing(article, article.Kind == ArticleKind.Article ? "Article" : "Document");
        document.Add("title", article.Title);
        document.Add("fileName", article.Slug);
        document.Add("sourceUrl", article.Url);
        document.Add("language", Language(article.Language));
        document.Add("publisher", page.Label(article.PublisherId));
        document.Add("publishedAt", Date(article.Published));
        document.Add("retrievedAt", article.Retrieved?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        if (publishesText) document.Add("bodyText", article.Text);
        else losses.AddIf(article.Text is not null, LossNames.ArticleTexts);
        return document;
    }

    public FollowTheMoneyEntity Address(Place place)
    {
        var address = Thing(place, "Address");
        address.Add("full", page.Label(place));
        address.Add("country", Country(place.CountryId));
        address.Add("latitude", place.Latitude?.ToString("R", CultureInfo.InvariantCulture));
        address.Add("longitude", place.Longitude?.ToString("R", CultureInfo.InvariantCulture));
        losses.AddIf(page.Slug(place.ParentId) is not null, LossNames.Parents);
        return address;
    }

    private FollowTheMoneyEntity Thing(Entity entity, string schema)
    {
        var thing = new FollowTheMoneyEntity(entity.Slug, schema) { Referents = merged(entity.Id) };
        var names = page.Hanging<Name>(entity.Id).ToList();
        foreach (var name in names.OrderBy(name => name.Kind).ThenBy(name => name.Id)) thing.Add(PropertyOf(name.Kind), name.Value);
        thing.Add("name", page.Texts(entity.Id, EntityNames.Title).Select(title => title.Value));
        if (!names.Exists(name => name.Kind == NameKind.Name)) thing.Add("name", page.Label(entity));
        var identifiers = page.Hanging<Identifier>(entity.Id).ToList();
        thing.Add("wikidataId", identifiers.Where(identifier => identifier.Scheme == Wikidata).Select(identifier => identifier.Value));
        if (entity is not (Official or Graph.Agencies.Agency)) losses.Add(LossNames.Identifiers, identifiers.Count(identifier => identifier.Scheme != Wikidata));
        losses.Add(LossNames.NameLanguages, names.Count(name => name.Language != "und"));
        losses.Add(LossNames.NameDays, names.Count(name => !name.ValidFrom.IsUnknown || !name.ValidUntil.IsUnknown));
        losses.Add(LossNames.Stated, names.Count(name => name.StatedBy is not null));
        losses.Add(LossNames.TextLanguages, page.Hanging<Text>(entity.Id).Count());
        Proof.Add(thing, page, losses, [entity, .. names]);
        return thing;
    }

    private static string PropertyOf(NameKind kind) => kind switch
    {
        NameKind.Name => "name",
        NameKind.Former => "previousName",
        _ => "alias",
    };

    private void AddParticipant(FollowTheMoneyEntity met, Participation participation)
    {
        var (official, agency) = (page.Slug(participation.OfficialId), page.Slug(participation.AgencyId));
        met.Add("involved", official);
        met.Add("involved", agency);
        if ((official ?? agency) is null) met.Add("namesMentioned", participation.NameAsWritten);
        losses.AddIf((official ?? agency ?? participation.NameAsWritten) is null, LossNames.Unnamed);

        // An official and an agency that took part are told, and not that the one was there for the other.
        losses.AddIf(
            participation.Role != ParticipationRole.Unknown || participation.OnBehalfOfId is not null || participation.TitleAsWritten is not null
                || (official is not null && agency is not null) || ((official ?? agency) is not null && participation.NameAsWritten is not null),
            LossNames.Parts);
    }

    private string? Date(PartialDate date) => PlainDate.Of(date, losses);

    private string? Country(long? id) => page.Code(id)?.ToLowerInvariant();

    private IEnumerable<string> Texts(Entity entity, string field) => page.Texts(entity.Id, field).Select(text => text.Value);

    /// <summary>FollowTheMoney has languages by their three letters.</summary>
    private string? Language(string? tag)
    {
        if (tag is null) return null;
        try
        {
            if (CultureInfo.GetCultureInfo(tag, predefinedOnly: true).ThreeLetterISOLanguageName is { Length: 3 } letters) return letters;
        }
        catch (CultureNotFoundException)
        {
            // A tag may be well formed and known to nobody.
        }

        losses.Add(LossNames.TextLanguages);
        return null;
    }
}
