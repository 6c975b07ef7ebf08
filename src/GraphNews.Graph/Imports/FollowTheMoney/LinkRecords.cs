using System.Text.Json.Nodes;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Exports.FollowTheMoney;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Officials;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>The records of events, occupancies, memberships, successions and keys: what leads from one thing to another.</summary>
/// <param name="entity">The entity.</param>
/// <param name="index">What stands elsewhere in the file.</param>
/// <param name="parts">Writes what all records share.</param>
/// <param name="things">Writes names and keys.</param>
/// <param name="notices">Hears what was not taken over.</param>
internal sealed class LinkRecords(SourceEntity entity, EntityIndex index, EntityRecord parts, ThingRecords things, Action<string, string> notices)
{
    /// <summary>A meeting, who took part in it, where it was and what it was about.</summary>
    public IEnumerable<JsonObject> Meeting()
    {
        var record = things.Begin("Meeting");
        parts.Title(record);
        parts.Text(record, "summary", "summary", "description");
        parts.Date(record, "starts", "startDate", "date");
        parts.Date(record, "ends", "endDate");
        if (parts.Reference(parts.First("organizer"), EntitySort.Body) is { } host) record["host"] = host;
        var made = Place(record).Concat(Keywords(record)).ToList();
        parts.Cite(record);
        return [.. made, record, .. Participants()];
    }

    /// <summary>A tenure for each holder of each post; sources name one of each.</summary>
    public IEnumerable<JsonObject> Tenures()
    {
        if (parts.Lacks("holder", "post")) yield break;
        var (holders, posts) = (entity.Values("holder"), entity.Values("post"));
        foreach (var holder in holders)
        {
            foreach (var post in posts)
                yield return Tenure(holders.Count * posts.Count == 1 ? entity.Id : $"{entity.Id} {holder} {post}", holder, post);
        }
    }

    /// <summary>A person's role in a body is a post there; that an agency is part of another stands in its own record.</summary>
    public IEnumerable<JsonObject> Memberships()
    {
        var ends = EntitySorts.EndsOf(entity.Schema);
        if (parts.Lacks(ends.Member, ends.Body)) yield break;
        var (member, body, role) = (parts.First(ends.Member), parts.First(ends.Body), parts.First("role") ?? ends.Role);
        if (EntityIndex.IsPart(entity))
        {
            Part(member!, body!);
            yield break;
        }

        if (parts.Reference(member, EntitySort.Person) is null || parts.Reference(body, EntitySort.Body) is not { } agency) yield break;

        var post = $"{index.Lasting(body!)} {role}";
        var seat = EntityRecord.Begin("Post", post);
        seat["names"] = new JsonArray { new JsonObject { ["value"] = role, ["citations"] = new JsonArray { parts.Citation() } } };
        seat["agency"] = agency;
        yield return seat;
        yield return Tenure(entity.Id, member!, post);
    }

    /// <summary>A key stands in its holder's record; here it is told where it does not.</summary>
    public List<JsonObject> Identification()
    {
        if (parts.Lacks("holder", "type", "number")) return [];
        var (holder, scheme, number) = (parts.First("holder")!, parts.First("type")!, parts.First("number")!);
        if (index.Sort(holder) is not (EntitySort.Person or EntitySort.Body)) parts.NoticeUnknown(holder);
        else if (index.Holder(scheme, number) is { } first && first != index.Lasting(holder))
            notices(EntityCodes.FurtherValue, $"{scheme} {number} is the key of {first} already, and would make one of both.");
        return [];
    }

    public IEnumerable<JsonObject> Succession()
    {
        if (parts.Lacks("predecessor", "successor")) yield break;
        if (parts.Reference(parts.First("predecessor"), EntitySort.Body) is not { } predecessor || parts.Reference(parts.First("successor"), EntitySort.Body) is not { } successor) yield break;
        var record = EntityRecord.Begin("AgencySuccession", entity.Id);
        record["predecessor"] = predecessor;
        record["successor"] = successor;
        if (parts.Word<SuccessionKind>("role") is { } kind) record["kind"] = kind;
        parts.Date(record, "date", "date", "startDate");
        yield return parts.Cite(record);
    }

    /// <summary>A body is part of one other.</summary>
    private void Part(string member, string body)
    {
        if (parts.Reference(member, EntitySort.Body) is not null && !index.IsParent(body, member))
            notices(EntityCodes.FurtherValue, $"{member} is part of more than there is room for, and the first is taken.");
    }

    private JsonObject Tenure(string key, string holder, string post)
    {
        var record = EntityRecord.Begin("Tenure", key);
        record["official"] = parts.Reference(holder);
        record["post"] = parts.Reference(post);
        parts.Date(record, "from", "startDate");
        parts.Date(record, "until", "endDate");
        if (parts.Word<TenureStatus>("status") is { } status) record["status"] = status;

        // Days on which somebody is shown there.
        var dates = entity.Values("date").ToLookup(date => SourceDate.Of([date]).Text is { Length: 10 });
        var days = dates[true].Select(date => date[..10]).Order(StringComparer.Ordinal).ToList();
        if (days.Count > 0) (record["attestedFirst"], record["attestedLast"]) = (days[0], days[^1]);
        foreach (var date in dates[false]) parts.NoticeUnreadable("date", date, "no day");
        return parts.Cite(record);
    }

    private IEnumerable<JsonObject> Participants()
    {
        // The id as the event has it stays the same when the entity is merged into another.
        foreach (var id in entity.Values("involved").DistinctBy(index.Lasting, StringComparer.Ordinal))
        {
            var field = index.Sort(id) == EntitySort.Person ? "official" : "agency";
            if (parts.Reference(id, field == "official" ? EntitySort.Person : EntitySort.Body) is not { } who) continue;
            var record = Participation($"{entity.Id} {id}");
            record[field] = who;
            yield return parts.Cite(record);
        }

        // Elsewhere these are what a program has found in texts.
        foreach (var name in entity.IsOwn ? entity.Values("namesMentioned") : [])
        {
            var record = Participation($"{entity.Id} named {name}");
            record["nameAsWritten"] = name;
            yield return parts.Cite(record);
        }
    }

    private JsonObject Participation(string key)
    {
        var record = EntityRecord.Begin("Participation", key);
        record["meeting"] = new JsonObject { ["key"] = entity.Id };
        return record;
    }

    private IEnumerable<JsonObject> Place(JsonObject record)
    {
        var location = parts.First("location");
        if (parts.First("addressEntity") is { } address && parts.Reference(address, EntitySort.Address) is { } place)
        {
            record["place"] = place;
        }
        else if (location is not null)
        {
            record["place"] = new JsonObject { ["key"] = $"place {location}" };
            yield return Named("Place", $"place {location}", location);
        }
    }

    private IEnumerable<JsonObject> Keywords(JsonObject record)
    {
        var topics = new JsonArray();
        foreach (var keyword in entity.IsOwn ? entity.Values("keywords") : [])
        {
            if (Member<MeetingKind>(keyword, FollowTheMoneyThings.KindKeyword) is { } kind)
            {
                record["kind"] = EnumNames.Of(kind);
            }
            else if (Member<MeetingStatus>(keyword, FollowTheMoneyThings.StatusKeyword) is { } status)
            {
                record["status"] = EnumNames.Of(status);
            }
            else
            {
                topics.Add(new JsonObject { ["key"] = $"topic {keyword}" });
                yield return Named("Topic", $"topic {keyword}", keyword);
            }
        }

        if (topics.Count > 0) record["topics"] = topics;
    }

    private static TEnum? Member<TEnum>(string keyword, string prefix)
        where TEnum : struct, Enum
        => keyword.StartsWith(prefix, StringComparison.Ordinal) ? ThingRecords.Enum<TEnum>(keyword[prefix.Length..]) : null;

    private JsonObject Named(string type, string key, string name)
    {
        var record = EntityRecord.Begin(type, key);
        record["names"] = new JsonArray { new JsonObject { ["value"] = name, ["citations"] = new JsonArray { parts.Citation() } } };
        return record;
    }
}
