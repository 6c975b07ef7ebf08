using System.Globalization;
using System.Text.Json.Nodes;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Exports.FollowTheMoney;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>The records of people, bodies, positions, documents and addresses.</summary>
/// <param name="entity">The entity.</param>
/// <param name="index">What stands elsewhere in the file.</param>
/// <param name="source">What the source is called: the scheme of its ids.</param>
/// <param name="parts">Writes what all records share.</param>
internal sealed class ThingRecords(SourceEntity entity, EntityIndex index, string source, EntityRecord parts)
{
    private static readonly (string Property, NameKind Kind)[] NameProperties =
    [
        ("name", NameKind.Name), ("previousName", NameKind.Former), ("alias", NameKind.Alias), ("weakAlias", NameKind.Alias), ("abbreviation", NameKind.Alias),
    ];

    /// <summary>The scheme of the source's ids, so that what it has merged since is known again.</summary>
    private string Scheme => source.Length <= ColumnLengths.Field ? source : source[..ColumnLengths.Field];

    public JsonObject Official()
    {
        var record = Begin("Official");
        parts.Date(record, "birthDate", "birthDate");
        parts.Date(record, "deathDate", "deathDate");
        parts.Country(record, "country", "nationality", "citizenship");
        parts.Text(record, "description", "description", "summary", "notes");
        return parts.Cite(record);
    }

    public JsonObject Agency()
    {
        var record = Begin("Agency");
        if ((parts.Word<AgencyKind>("classification") ?? (entity.Schema == "Company" ? EnumNames.Of(AgencyKind.Company) : null)) is { } kind) record["kind"] = kind;
        parts.Date(record, "founded", "incorporationDate");
        parts.Date(record, "dissolved", "dissolutionDate");
        parts.Country(record, "country", "jurisdiction", "mainCountry");
        parts.Text(record, "description", "description", "summary", "notes");
        if (parts.Reference(index.Parent(entity) ?? entity.First("parent"), EntitySort.Body) is { } parent) record["parent"] = parent;
        return parts.Cite(record);
    }

    public JsonObject Post()
    {
        var record = Begin("Post");
        if (parts.Reference(parts.First("organization"), EntitySort.Body) is { } agency) record["agency"] = agency;
        return parts.Cite(record);
    }

    public IEnumerable<JsonObject> Article()
    {
        var record = EntityRecord.Begin("SourceArticle", entity.Id);
        if (entity.IsOwn) record["slug"] = entity.Id;
        record["kind"] = entity.Schema == "Article" ? "ARTICLE" : "DOCUMENT";
        var file = entity.First("fileName");
        record["title"] = parts.First("title", "name") ?? file ?? entity.Id;
        if (parts.First("sourceUrl") is { } url) record["url"] = url;
        if (parts.First("language") is { } letters)
        {
            if (LanguageOf(letters) is { } tag) record["language"] = tag;
            else parts.NoticeUnreadable("language", letters, "no language that has a tag");
        }

        if (parts.First("publisher") is { } publisher)
        {
            record["publisher"] = new JsonObject { ["key"] = PublisherKey(publisher) };
            var names = new JsonArray { new JsonObject { ["value"] = publisher, ["citations"] = new JsonArray { parts.Citation() } } };
            var published = EntityRecord.Begin("Publisher", PublisherKey(publisher));
            published["names"] = names;
            yield return published;
        }

        parts.Date(record, "published", "publishedAt", "date", "authoredAt");
        if (parts.First("retrievedAt") is { } retrieved)
        {
            if (DateTimeOffset.TryParse(retrieved, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) record["retrieved"] = moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            else parts.NoticeUnreadable("retrievedAt", retrieved, "no moment");
        }

        if (entity.Verbatim("bodyText") is { } text) record["text"] = text;
        yield return record;
    }

    public JsonObject Place()
    {
        var record = Begin("Place", "name", "full", "city");
        parts.Country(record, "country");
        Coordinate(record, "latitude", 90);
        Coordinate(record, "longitude", 180);
        return parts.Cite(record);
    }

    /// <summary>Begins the record of an entity with names and keys.</summary>
    public JsonObject Begin(string type, params string[] names)
    {
        var record = EntityRecord.Begin(type, entity.Id);
        if (entity.IsOwn) record["slug"] = entity.Id;
        record["names"] = Names(names.Length > 0 ? names : ["name"]);
        var identifiers = Identifiers().Distinct().Select(key => (JsonNode)new JsonObject { ["scheme"] = key.Scheme, ["value"] = key.Value }).ToArray();
        if (identifiers.Length > 0) record["identifiers"] = new JsonArray(identifiers);
        return record;
    }

    /// <summary>An enum's member by its words; null if they are none.</summary>
    public static TEnum? Enum<TEnum>(string words)
        where TEnum : struct, Enum
        => EnumNames.Find<TEnum>(words.Replace(' ', '_').ToUpperInvariant());

    private JsonArray Names(string[] properties)
    {
        var names = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (property, kind) in NameProperties)
        {
            foreach (var value in entity.Values(kind == NameKind.Name ? properties : [property]).Where(seen.Add))
            {
                var name = new JsonObject { ["value"] = value, ["citations"] = new JsonArray { parts.Citation() } };
                if (kind != NameKind.Name) name["kind"] = EnumNames.Of(kind);
                names.Add(name);
            }
        }

        return names;
    }

    private IEnumerable<(string Scheme, string Value)> Identifiers()
    {
        foreach (var value in entity.Values("wikidataId")) yield return (FollowTheMoneyThings.Wikidata, value);
        foreach (var value in entity.Values("leiCode")) yield return ("lei", value);
        foreach (var key in index.Keys(entity)) yield return key;
        if (entity.IsOwn) yield break;
        foreach (var id in entity.Referents.Prepend(entity.Id)) yield return (Scheme, id);
    }

    private void Coordinate(JsonObject record, string property, double most)
    {
        if (parts.First(property) is not { } text) return;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most) record[property] = number;
        else parts.NoticeUnreadable(property, text, "no number of degrees");
    }

    /// <summary>FollowTheMoney has languages by three letters; the shortest tag is the right one.</summary>
    private static string? LanguageOf(string letters)
        => CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(culture => culture.ThreeLetterISOLanguageName == letters).Select(culture => culture.Name)
            .Where(name => name.Length > 0).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();

    private static string PublisherKey(string publisher) => $"publisher {publisher}";
}
