namespace GraphNews.Server.LinkedData.Pages;

/// <summary>What is known of an entity, as lists. A field has one meaning whatever kind it is of, so that all kinds share them.</summary>
internal sealed class EntityFacts(EntityAddress address)
{
    private static readonly (string Label, string Field)[] Single =
    [
        ("Kind", "agencyKind"), ("Kind", "meetingKind"), ("Kind", "agreementKind"), ("Kind", "articleKind"), ("Status", "meetingStatus"), ("Status", "agreementStatus"),
        ("Born", "birthDate"), ("Died", "deathDate"), ("Founded", "founded"), ("Dissolved", "dissolved"), ("Begins", "starts"), ("Ends", "ends"),
        ("Announced", "announced"), ("Signed", "signed"), ("In force", "inForce"), ("Ended", "ended"), ("Published", "published"), ("Publisher", "publisher"),
        ("Language", "language"), ("Address", "url"), ("Site", "site"), ("Agency", "agency"), ("Part of", "parentAgency"), ("Part of", "parentPlace"), ("Part of", "visit"),
        ("Part of", "broader"), ("Place", "place"), ("Host", "host"), ("Made at", "meeting"), ("Country", "country"), ("ISO 3166-1", "code"), ("Latitude", "latitude"), ("Longitude", "longitude"),
    ];

    private static readonly (string Label, string Field)[] Several =
    [
        ("Meetings", "meetings"), ("Meetings inside", "parts"), ("Agreements", "agreements"), ("Topics", "topics"), ("Occasions", "occasions"), ("Places", "places"),
        ("Posts", "posts"), ("Agencies", "agencies"), ("Narrower topics", "narrower"), ("Sources", "articles"),
    ];

    /// <summary>What there is one of.</summary>
    public Html List(AnswerValue entity)
    {
        var known = Single.Where(fact => entity[fact.Field].Exists).Select(fact => (fact.Label, Value: Value(fact.Field, entity[fact.Field]))).ToList();
        return known.Count == 0 ? Html.None : Html.Of($"<dl>\n{Html.Of(known.Select(fact => Html.Of($"<dt>{fact.Label}</dt><dd>{fact.Value}</dd>\n")))}</dl>");
    }

    /// <summary>What there are several of.</summary>
    public Html Sections(AnswerValue entity) => Html.Of(
    [
        Section("Posts", entity["tenures"], tenure => Html.Of($"{Link(tenure["post"])}{After(", ", Link(tenure["post"]["agency"]))}{Time(tenure)}")),
        Section("Held by", entity["holders"], tenure => Html.Of($"{Link(tenure["official"])}{Time(tenure)}")),
        Section("Who took part", entity["participations"], Participation),
        Section("Parties", entity["parties"], party => Html.Of($"{Link(party["agency"])}{Link(party["country"])}{After(", signed by ", Link(party["signatory"]))}")),
        .. Several.Select(list => Section(list.Label, entity[list.Field], item => Html.Of($"{Link(item)}{After(", ", Text(item["starts"]["text"].Text))}"))),
        Section("What it supports", entity["facts"], fact => Link(fact["subject"])),
    ]);

    private static Html Section(string label, AnswerValue list, Func<AnswerValue, Html> show)
    {
        var shown = list.Items.Select(show).Where(item => item != Html.None).DistinctBy(item => item.ToString(), StringComparer.Ordinal).ToList();
        if (shown.Count == 0) return Html.None;

        var more = list["totalCount"].Text is { } total && total != $"{shown.Count}" ? Html.Of($"<p>{$"{shown.Count}"} of {total} are shown.</p>\n") : Html.None;
        return Html.Of($"<h2>{label}</h2>\n<ul>\n{Html.Of(shown.Select(item => Html.Of($"<li>{item}</li>\n")))}</ul>\n{more}");
    }

    private Html Participation(AnswerValue participation)
    {
        var who = participation["official"].Exists ? Link(participation["official"]) : Text(participation["nameAsWritten"].Text);
        var agency = Link(participation["agency"]);
        string?[] capacity = [Words.Of(participation["role"].Text), participation["titleAsWritten"].Text ?? participation["capacity"].Items.FirstOrDefault()["post"].Label];
        var names = Html.Of(capacity.OfType<string>().Select(name => After(", ", Text(name))));
        return who == Html.None ? Html.Of($"{agency}{names}") : Html.Of($"{who}{names}{After(", ", agency)}");
    }

    private Html Value(string field, AnswerValue value) => field switch
    {
        "url" or "site" when value.Text!.StartsWith("http", StringComparison.OrdinalIgnoreCase) => Html.Of($"<a href=\"{value.Text}\" rel=\"nofollow\">{value.Text}</a>"),
        _ when value["slug"].Exists => Link(value),
        _ when value["text"].Exists => Text(value["text"].Text),
        _ when field.EndsWith("Kind", StringComparison.Ordinal) || field.EndsWith("Status", StringComparison.Ordinal) => Text(Words.Of(value.Text) ?? "unknown"),
        _ => Text(value.Text),
    };

    private static Html Time(AnswerValue tenure)
    {
        var time = (tenure["from"]["text"].Text, tenure["until"]["text"].Text) switch
        {
            ({ } from, { } until) => $"{from} to {until}",
            ({ } from, null) => $"from {from}",
            (null, { } until) => $"until {until}",
            _ => null,
        };
        return Html.Of(new[] { time, Words.Of(tenure["status"].Text) }.OfType<string>().Select(part => After(", ", Text(part))));
    }

    private Html Link(AnswerValue entity)
        => entity["slug"].Text is { } slug ? Html.Of($"<a href=\"{address.LinkTo(slug)}\"><bdi>{entity.Label}</bdi></a>") : Html.None;

    private static Html Text(string? text) => text is null ? Html.None : Html.Of($"<bdi>{text}</bdi>");

    private static Html After(string separator, Html value) => value == Html.None ? Html.None : Html.Of($"{separator}{value}");
}
