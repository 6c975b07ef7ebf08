using System.Globalization;
using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;

namespace GraphNews.Graph.Exports.Popolo;

/// <summary>The fields of Popolo's classes.</summary>
internal sealed class PopoloRecords(Utf8JsonWriter json, ExportPage page, ExportLosses losses)
{
    private readonly PopoloParts _parts = new(json, page, losses);

    public void Person(Official official)
    {
        _parts.Begin(official);
        Date("birth_date", official.BirthDate);
        Date("death_date", official.DeathDate);
        _parts.Text("biography", official.Id, "description");
        losses.AddIf(page.Code(official.CountryId) is not null, LossNames.Countries);
        _parts.Identifiers(official);
        _parts.Cite(official);
    }

    public void Organization(Agency agency)
    {
        _parts.Begin(agency);
        if (agency.Kind != AgencyKind.Unknown) json.WriteString("classification", EnumNames.Of(agency.Kind));
        String("parent_id", page.Slug(agency.ParentId));
        Date("founding_date", agency.Founded);
        Date("dissolution_date", agency.Dissolved);
        _parts.Text("description", agency.Id, "description");
        if (page.Code(agency.CountryId) is { } code)
        {
            json.WriteStartObject("area");
            json.WriteString("identifier", code);
            json.WriteString("classification", "country");
            json.WriteEndObject();
        }

        _parts.Identifiers(agency);
        _parts.Cite(agency);
    }

    public void Post(Post post)
    {
        json.WriteString("id", post.Slug);
        json.WriteString("label", page.Label(post));
        _parts.OtherLabels(post);
        String("role", post.Rank);
        String("organization_id", page.Slug(post.AgencyId));
        _parts.NoIdentifiers(post);
        _parts.Cite(post);
    }

    public void Membership(Tenure tenure, string? agency)
    {
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"tenure.{tenure.Id}"));
        String("person_id", page.Slug(tenure.OfficialId));
        String("organization_id", agency);
        String("post_id", page.Slug(tenure.PostId));
        Date("start_date", tenure.From);
        Date("end_date", tenure.Until);
        losses.AddIf(tenure.Status != TenureStatus.Unknown, LossNames.Statuses);
        losses.AddIf((tenure.AttestedFirst ?? tenure.AttestedLast) is not null, LossNames.Attested);
        losses.AddIf(tenure.StatedBy is not null, LossNames.Stated);
        _parts.Sources([tenure]);
    }

    public void Area(Place place)
    {
        json.WriteString("id", place.Slug);
        json.WriteString("name", page.Label(place));
        String("parent_id", page.Slug(place.ParentId));
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        losses.AddIf(page.Code(place.CountryId) is not null, LossNames.Countries);
        _parts.OneName(place);
        _parts.NoIdentifiers(place);
        _parts.Cite(place);
    }

    public void Event(Meeting meeting)
    {
        json.WriteString("id", meeting.Slug);
        json.WriteString("name", page.Label(meeting));
        _parts.Text("description", meeting.Id, "summary");
        Date("start_date", meeting.Starts);
        Date("end_date", meeting.Ends);
        String("location", page.Label(meeting.PlaceId));
        if (meeting.Status != MeetingStatus.Unknown) json.WriteString("status", EnumNames.Of(meeting.Status));
        if (meeting.Kind != MeetingKind.Unknown) json.WriteString("classification", EnumNames.Of(meeting.Kind));
        String("organization_id", page.Slug(meeting.HostId));
        String("parent_id", page.Slug(meeting.ParentId));
        var participations = page.Hanging<Participation>(meeting.Id).ToList();
        Attendees(participations);
        losses.Add(LossNames.Subjects, page.Hanging<MeetingTopic>(meeting.Id).Count() + page.Hanging<MeetingOccasion>(meeting.Id).Count());
        losses.Add(LossNames.Texts, Math.Max(0, page.Texts(meeting.Id, EntityNames.Title).Count() - 1));
        _parts.OneName(meeting);
        _parts.Identifiers(meeting);
        _parts.Cite(meeting, participations);
    }

    /// <summary>Popolo knows people who attend.</summary>
    private void Attendees(List<Participation> participations)
    {
        var isBegun = false;
        foreach (var (id, slug) in participations.Select(participation => (Id: participation.OfficialId, Slug: page.Slug(participation.OfficialId))).Where(person => person.Slug is not null).Distinct())
        {
            if (!isBegun) json.WriteStartArray("attendees");
            isBegun = true;
            json.WriteStartObject();
            json.WriteString("id", slug);
            json.WriteString("name", page.Label(id));
            json.WriteEndObject();
        }

        if (isBegun) json.WriteEndArray();
        losses.Add(LossNames.AgenciesTakingPart, participations.Count(participation => page.Slug(participation.AgencyId) is not null));
        losses.Add(LossNames.Unnamed, participations.Count(participation => (page.Slug(participation.OfficialId) ?? page.Slug(participation.AgencyId)) is null));
        losses.Add(
            LossNames.Parts,
            participations.Count(participation => participation.Role != ParticipationRole.Unknown || participation.OnBehalfOfId is not null || (participation.TitleAsWritten ?? participation.NameAsWritten) is not null));
    }

    private void String(string field, string? value)
    {
        if (value is not null) json.WriteString(field, value);
    }

    private void Date(string field, PartialDate date) => String(field, PlainDate.Of(date, losses));
}
