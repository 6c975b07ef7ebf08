using System.Collections.Frozen;
using System.Text.Json.Nodes;
using GraphNews.Graph.Exports.FollowTheMoney;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Places;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>The record that an entity becomes, as <c>docs/bundle.md</c> describes it.</summary>
/// <param name="entity">The entity.</param>
/// <param name="index">What stands elsewhere in the file.</param>
/// <param name="notices">Hears what was not taken over.</param>
internal sealed class EntityRecord(SourceEntity entity, EntityIndex index, Action<string, string> notices)
{
    /// <summary>The key of the article that stands for the file.</summary>
    public const string Dataset = "the file";

    private static readonly FrozenSet<string> Countries = CountryTable.Read().Countries.Select(country => country.Alpha2).ToFrozenSet(StringComparer.Ordinal);

    private readonly JsonArray _claims = [];

    /// <summary>Begins a record.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="key">By what it is known from run to run; of what an entity brings beside itself its id with something behind it.</param>
    public static JsonObject Begin(string type, string key) => new() { ["type"] = type, ["key"] = key };

    /// <summary>A reference to the record of another entity; null if the id is.</summary>
    public JsonObject? Reference(string? id) => id is null ? null : new JsonObject { ["key"] = index.Lasting(id) };

    /// <summary>A reference to an entity of one sort; what is of another, or not in the file, is noticed and null.</summary>
    public JsonObject? Reference(string? id, EntitySort sort)
    {
        if (id is null || index.Sort(id) == sort) return Reference(id);
        NoticeUnknown(id);
        return null;
    }

    /// <summary>Whether one of some properties has no value, which is noticed: without it the entity says nothing.</summary>
    public bool Lacks(params string[] properties)
    {
        if (Array.Find(properties, property => !entity.Has(property)) is not { } missing) return false;
        notices(EntityCodes.MissingProperty, $"{entity.Schema} {entity.Id} has no {missing}, and says nothing without it.");
        return true;
    }

    /// <summary>Notices that an id leads to nothing that can stand where it is.</summary>
    public void NoticeUnknown(string id)
        => notices(EntityCodes.UnknownEntity, $"{entity.Schema} {entity.Id} points at {id}, which is no entity of the file that can stand there.");

    /// <summary>Writes a date; what the source says otherwise becomes a claim.</summary>
    public void Date(JsonObject record, string field, params string[] properties)
    {
        var date = SourceDate.Of(entity.Values(properties));
        if (date.Text is not null) record[field] = date.Text;
        foreach (var claim in date.Claims)
        {
            var citation = Citation();
            citation["field"] = field;
            citation["value"] = claim;
            _claims.Add(citation);
        }

        foreach (var value in date.Unreadable) NoticeUnreadable(properties[0], value, "no date");
    }

    /// <summary>Writes a country: the first that there is. FollowTheMoney also has countries that are no more, and parts of some.</summary>
    public void Country(JsonObject record, params string[] properties)
    {
        var codes = entity.Values(properties).ToLookup(code => Countries.Contains(code.ToUpperInvariant()));
        if (codes[true].FirstOrDefault() is { } first) record["country"] = new JsonObject { ["code"] = first.ToUpperInvariant() };
        if (codes[true].Skip(1).Any()) NoticeFurther(properties);
        foreach (var code in codes[false]) NoticeUnreadable(properties[0], code, "no country of ISO 3166-1");
    }

    /// <summary>Writes the title of an event: its first name in each script. All are among its names.</summary>
    public void Title(JsonObject record)
    {
        var titles = new JsonObject();
        foreach (var name in entity.Values("name")) titles.TryAdd($"und-{Scripts.Of(name)}", name);
        if (titles.Count > 0) record[EntityNames.Title] = titles;
    }

    /// <summary>Writes texts whose languages are not known: of those in one script, the first.</summary>
    public void Text(JsonObject record, string field, params string[] properties)
    {
        var texts = new JsonObject();
        foreach (var text in entity.Values(properties))
        {
            // Source: BCP 47, RFC 5646, section 4.1: "und" with the script where no more can be said.
            if (!texts.TryAdd($"und-{Scripts.Of(text)}", text)) NoticeFurther(properties);
        }

        if (texts.Count > 0) record[field] = texts;
    }

    /// <summary>The first value of some properties; further ones are noticed.</summary>
    public string? First(params string[] properties)
    {
        var values = entity.Values(properties);
        if (values.Count > 1) NoticeFurther(properties);
        return values.Count > 0 ? values[0] : null;
    }

    /// <summary>The first of a property's values that are the words of an enum's member, as records have it; others are noticed.</summary>
    public string? Word<TEnum>(string property)
        where TEnum : struct, Enum
    {
        var words = entity.Values(property).ToLookup(word => ThingRecords.Enum<TEnum>(word) is not null);
        foreach (var word in words[false]) NoticeUnreadable(property, word, $"none of {string.Join(", ", Enum.GetValues<TEnum>().Select(member => FollowTheMoneyThings.Words(member)))}");
        if (words[true].Skip(1).Any()) NoticeFurther([property]);
        return words[true].FirstOrDefault() is { } first ? EnumNames.Of(ThingRecords.Enum<TEnum>(first)!.Value) : null;
    }

    /// <summary>Notices that a value cannot be read as what it should be.</summary>
    public void NoticeUnreadable(string property, string value, string what) => notices(EntityCodes.UnreadableValue, $"{property} has '{value}', which is {what}.");

    private void NoticeFurther(string[] properties)
        => notices(EntityCodes.FurtherValue, $"{entity.Schema}.{properties[0]} has more values than there is room for, and the first is taken.");

    /// <summary>Cites a record: from the file, and from the documents that prove it.</summary>
    public JsonObject Cite(JsonObject record)
    {
        var citations = new JsonArray { Citation() };
        foreach (var document in entity.Values("proof"))
        {
            if (Reference(document, EntitySort.Document) is { } article) citations.Add(new JsonObject { ["article"] = article, ["locator"] = "as a whole" });
        }

        foreach (var claim in _claims.ToList())
        {
            _claims.Remove(claim);
            citations.Add(claim);
        }

        record["citations"] = citations;
        return record;
    }

    /// <summary>A citation of the entity's place in the file.</summary>
    public JsonObject Citation() => new() { ["article"] = new JsonObject { ["key"] = Dataset }, ["locator"] = $"entity {entity.Id}" };
}
