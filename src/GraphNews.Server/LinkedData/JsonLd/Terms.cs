using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>The parts of which descriptions of entities are made.</summary>
internal sealed class Terms(EntityAddress address)
{
    /// <summary>Several values; null for none.</summary>
    public static JsonNode? List(IEnumerable<JsonNode> items)
    {
        var list = new JsonArray([.. items]);
        return list.Count > 0 ? list : null;
    }

    /// <summary>A text in its language; one that is not known has none.</summary>
    public static JsonNode InLanguage(string text, string? language)
        => language is null or "und" ? JsonValue.Create(text) : new JsonObject { ["@value"] = text, ["@language"] = language };

    /// <summary>A key of somebody else's.</summary>
    public static JsonNode Identifier(string scheme, string value)
        => new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = scheme, ["value"] = value };

    /// <summary>
    /// A date as schema.org has it, ISO 8601: a day, month or year. Of several days one of which is meant it has none:
    /// these are told in EDTF, by the type that the Library of Congress has for it. Null if there is none.
    /// </summary>
    public static JsonNode? Date(AnswerValue date) => date switch
    {
        { Exists: false } => null,
        _ when date["precision"].Text == "RANGE" => new JsonObject { ["@type"] = "edtf:EDTF-level2", ["@value"] = date["text"].Text },
        _ => date["text"].Text,
    };

    /// <summary>A reference to another entity, with as much as readers show of it; null if there is none.</summary>
    public JsonObject? Reference(AnswerValue entity, string type)
    {
        if (!entity.Exists) return null;

        var reference = new JsonObject { ["@id"] = address.Of(entity["slug"].Text!), ["@type"] = type };
        reference.Set("name", entity.Label);
        return reference;
    }

    /// <summary>References to several entities; null for none.</summary>
    public JsonNode? References(AnswerValue entities, string type) => List(entities.Items.Select(entity => Reference(entity, type)!));

    /// <summary>A reference to an agency, by its kind.</summary>
    public JsonObject? Agency(AnswerValue agency) => Reference(agency, SchemaTypes.OfAgency(agency["agencyKind"].Text));

    /// <summary>References to agencies.</summary>
    public JsonNode? Agencies(AnswerValue agencies) => List(agencies.Items.Select(agency => Agency(agency)!));

    /// <summary>A reference to a meeting, with its day.</summary>
    public JsonObject? Meeting(AnswerValue meeting)
    {
        var reference = Reference(meeting, "Event");
        reference?.Set("startDate", Date(meeting["starts"]));
        return reference;
    }

    /// <summary>References to meetings.</summary>
    public IEnumerable<JsonNode> Meetings(AnswerValue meetings) => meetings.Items.Select(meeting => Meeting(meeting)!);

    /// <summary>An article, as far as its readers need it to find it.</summary>
    public JsonObject Article(AnswerValue article)
    {
        var node = new JsonObject { ["@id"] = address.Of(article["slug"].Text!), ["@type"] = SchemaTypes.OfArticle(article["articleKind"].Text) };
        node.Set("headline", InLanguage(article["headline"].Text!, article["language"].Text));
        node.Set("url", article["url"].Text);
        node.Set("inLanguage", article["language"].Text);
        node.Set("datePublished", Date(article["published"]));
        node.Set("publisher", Reference(article["publisher"], "Organization"));
        return node;
    }

    /// <summary>What a source says: its words, the place in it, or the source as a whole.</summary>
    public JsonNode Source(AnswerValue citation)
    {
        var article = Article(citation["article"]);
        if (citation["quote"].Text is { } quote)
            return new JsonObject { ["@type"] = "Quotation", ["text"] = InLanguage(quote, citation["article"]["language"].Text), ["isPartOf"] = article };

        return citation["locator"].Text is { } locator ? new JsonObject { ["@type"] = "CreativeWork", ["name"] = locator, ["isPartOf"] = article } : article;
    }
}
