using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphNews.Server.LinkedData.JsonLd;

/// <summary>
/// An entity in the terms of schema.org, and of SKOS and the W3C's ORG where schema.org has none. The context stands in the
/// document, so that no program has to fetch another to read it. Source: JSON-LD 1.1.
/// </summary>
internal static class EntityAsJsonLd
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>The document in UTF-8.</summary>
    public static byte[] Write(AnswerValue entity, EntityAddress address)
    {
        var terms = new Terms(address);
        var node = new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = address.Of(entity["slug"].Text!),
            ["@type"] = SchemaTypes.Of(entity),
        };
        Describe(node, entity, terms);
        KindTerms.Describe(node, entity, terms);
        return JsonSerializer.SerializeToUtf8Bytes(node, Options);
    }

    private static JsonObject Context() => new()
    {
        ["@vocab"] = "https://schema.org/",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["org"] = "http://www.w3.org/ns/org#",
        ["edtf"] = "http://id.loc.gov/datatypes/edtf/",
        ["sameAs"] = new JsonObject { ["@type"] = "@id" },
        ["url"] = new JsonObject { ["@type"] = "@id" },
        ["eventStatus"] = new JsonObject { ["@type"] = "@vocab" },
    };

    private static void Describe(JsonObject node, AnswerValue entity, Terms terms)
    {
        var names = entity["names"].Items.ToList();
        node.Set("name", Names(names.Where(name => name["kind"].Text == "NAME")) ?? entity.Label);
        node.Set("alternateName", Names(names.Where(name => name["kind"].Text != "NAME")));
        node.Set("description", entity["description"].Text ?? entity["summary"].Text);
        var identifiers = entity["identifiers"].Items.Select(identifier => (Scheme: identifier["scheme"].Text!, Value: identifier["value"].Text!)).ToList();
        node.Set("identifier", Terms.List(identifiers.Select(identifier => Terms.Identifier(identifier.Scheme, identifier.Value))));
        node.Set("sameAs", Terms.List(identifiers.Select(identifier => SameAs.Of(identifier.Scheme, identifier.Value)).OfType<string>().Select(same => JsonValue.Create(same))));
        node.Set("subjectOf", Terms.List(EntityQuestion.Sources(entity).Select(terms.Source)));
    }

    /// <summary>Names in their languages, so that none is taken for that of everybody.</summary>
    private static JsonNode? Names(IEnumerable<AnswerValue> names)
        => Terms.List(names.Select(name => Terms.InLanguage(name["value"].Text!, name["language"].Text)));
}
