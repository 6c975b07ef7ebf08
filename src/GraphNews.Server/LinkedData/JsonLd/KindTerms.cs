using System.Globalization;
using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>What descriptions tell of each kind of entity beyond what all have. <c>docs/linked-data.md</c> lists it, and what is left out.</summary>
internal static class KindTerms
{
    public static void Describe(JsonObject node, AnswerValue entity, Terms terms)
    {
        switch (entity["__typename"].Text)
        {
            case "Official": DescribeOfficial(node, entity, terms); break;
            case "Agency": DescribeAgency(node, entity, terms); break;
            case "Post": DescribePost(node, entity, terms); break;
            case "Meeting": DescribeMeeting(node, entity, terms); break;
            case "Agreement": DescribeAgreement(node, entity, terms); break;
            case "Topic": DescribeTopic(node, entity, terms); break;
            case "Occasion": DescribeOccasion(node, entity, terms); break;
            case "Place": DescribePlace(node, entity, terms); break;
            case "Country": DescribeCountry(node, entity, terms); break;
            case "SourceArticle": DescribeArticle(node, entity, terms); break;
            case "Publisher": DescribePublisher(node, entity, terms); break;
        }
    }

    private static void DescribeOfficial(JsonObject node, AnswerValue official, Terms terms)
    {
        node.Set("birthDate", Terms.Date(official["birthDate"]));
        node.Set("deathDate", Terms.Date(official["deathDate"]));
        node.Set("affiliation", Terms.List(official["tenures"].Items.Select(tenure => Roles.Of(tenure, terms))));
        node.Set("org:holds", Terms.List(official["tenures"].Items.Where(tenure => tenure["status"].Text == "CURRENT").Select(tenure => terms.Reference(tenure["post"], "Occupation")!)));
        node.Set("performerIn", Terms.List(terms.Meetings(official["meetings"])));
    }

    private static void DescribeAgency(JsonObject node, AnswerValue agency, Terms terms)
    {
        node.Set("foundingDate", Terms.Date(agency["founded"]));
        node.Set("dissolutionDate", Terms.Date(agency["dissolved"]));
        node.Set("areaServed", terms.Reference(agency["country"], "Country"));
        node.Set("parentOrganization", terms.Agency(agency["parentAgency"]));
        node.Set("subOrganization", terms.Agencies(agency["agencies"]));
        node.Set("org:hasPost", terms.References(agency["posts"], "Occupation"));
        node.Set("event", Terms.List(terms.Meetings(agency["meetings"])));
    }

    private static void DescribePost(JsonObject node, AnswerValue post, Terms terms)
    {
        node.Set("org:postIn", terms.Agency(post["agency"]));
        node.Set("org:heldBy", Terms.List(post["holders"].Items.Where(tenure => tenure["status"].Text == "CURRENT").Select(tenure => terms.Reference(tenure["official"], "Person")!)));
    }

    private static void DescribeMeeting(JsonObject node, AnswerValue meeting, Terms terms)
    {
        node.Set("eventStatus", meeting["meetingStatus"].Text switch
        {
            "PLANNED" or "HELD" => "EventScheduled",
            "POSTPONED" => "EventPostponed",
            "CANCELLED" => "EventCancelled",
            _ => null,
        });
        node.Set("startDate", Terms.Date(meeting["starts"]));
        node.Set("endDate", Terms.Date(meeting["ends"]));
        var place = terms.Reference(meeting["place"], "Place");
        place?.Set("containedInPlace", terms.Reference(meeting["place"]["country"], "Country"));
        node.Set("location", place);
        node.Set("organizer", terms.Agency(meeting["host"]));
        node.Set("superEvent", terms.Meeting(meeting["visit"]));
        node.Set("subEvent", Terms.List(terms.Meetings(meeting["parts"])));
        node.Set("attendee", Terms.List(meeting["participations"].Items.Select(participation => Roles.OfAttendee(participation, terms))));
        node.Set("about", terms.References(meeting["topics"], "DefinedTerm"));
        node.Set("about", terms.References(meeting["occasions"], "Event"));
        node.Set("workFeatured", terms.References(meeting["agreements"], "CreativeWork"));
    }

    private static void DescribeAgreement(JsonObject node, AnswerValue agreement, Terms terms)
    {
        var parties = agreement["parties"];
        node.Set("genre", Words.Of(agreement["agreementKind"].Text));
        node.Set("creativeWorkStatus", Words.Of(agreement["agreementStatus"].Text));
        node.Set("dateCreated", Terms.Date(agreement["signed"]));
        node.Set("creator", Terms.List(parties.Items.Where(party => party["agency"].Exists).Select(party => terms.Agency(party["agency"])!)));
        node.Set("spatialCoverage", Terms.List(parties.Items.Where(party => party["country"].Exists).Select(party => terms.Reference(party["country"], "Country")!)));
        node.Set("accountablePerson", Terms.List(parties.Items.Where(party => party["signatory"].Exists).Select(party => terms.Reference(party["signatory"], "Person")!)));
        node.Set("about", terms.References(agreement["topics"], "DefinedTerm"));
        node.Set("about", terms.References(agreement["occasions"], "Event"));
        if (terms.Meeting(agreement["meeting"]) is { } meeting) node.Set("@reverse", new JsonObject { ["workFeatured"] = meeting });
    }

    private static void DescribeTopic(JsonObject node, AnswerValue topic, Terms terms)
    {
        node.Set("skos:broader", terms.Reference(topic["broader"], "DefinedTerm"));
        node.Set("skos:narrower", terms.References(topic["narrower"], "DefinedTerm"));
        node.Set("subjectOf", Terms.List(terms.Meetings(topic["meetings"])));
        node.Set("subjectOf", terms.References(topic["agreements"], "CreativeWork"));
    }

    private static void DescribeOccasion(JsonObject node, AnswerValue occasion, Terms terms)
    {
        node.Set("startDate", Terms.Date(occasion["starts"]));
        node.Set("endDate", Terms.Date(occasion["ends"]));
        node.Set("location", terms.References(occasion["places"], "Place"));
        node.Set("subjectOf", Terms.List(terms.Meetings(occasion["meetings"])));
        node.Set("subjectOf", terms.References(occasion["agreements"], "CreativeWork"));
    }

    private static void DescribePlace(JsonObject node, AnswerValue place, Terms terms)
    {
        if (place["latitude"].Text is { } latitude && place["longitude"].Text is { } longitude)
            node.Set("geo", new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = Number(latitude), ["longitude"] = Number(longitude) });
        node.Set("containedInPlace", terms.Reference(place["parentPlace"], "Place") ?? terms.Reference(place["country"], "Country"));
        node.Set("event", Terms.List(terms.Meetings(place["meetings"])));
    }

    private static void DescribeCountry(JsonObject node, AnswerValue country, Terms terms)
    {
        node.Set("identifier", new JsonArray(
            Terms.Identifier("ISO 3166-1 alpha-2", country["code"].Text!),
            Terms.Identifier("ISO 3166-1 alpha-3", country["alpha3"].Text!),
            Terms.Identifier("ISO 3166-1 numeric", country["numeric"].Text!)));
        if (terms.Agencies(country["agencies"]) is { } agencies) node.Set("@reverse", new JsonObject { ["areaServed"] = agencies });
    }

    private static void DescribeArticle(JsonObject node, AnswerValue article, Terms terms)
    {
        foreach (var (property, value) in terms.Article(article).Where(member => !member.Key.StartsWith('@')).ToList()) node.Set(property, value!.DeepClone());
        node.Set("mentions", Terms.List(article["facts"].Items
            .Select(fact => fact["subject"])
            .Where(subject => subject["slug"].Exists)
            .Select(subject => terms.Reference(subject, SchemaTypes.OfKind(subject["__typename"].Text!))!)));
    }

    private static void DescribePublisher(JsonObject node, AnswerValue publisher, Terms terms)
    {
        node.Set("url", publisher["site"].Text);
        node.Set("areaServed", terms.Reference(publisher["country"], "Country"));
        if (Terms.List(publisher["articles"].Items.Select(article => terms.Article(article))) is { } articles) node.Set("@reverse", new JsonObject { ["publisher"] = articles });
    }

    private static JsonNode Number(string text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture));
}
