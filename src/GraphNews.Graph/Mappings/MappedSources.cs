using System.Text.Json.Nodes;

namespace GraphNews.Graph.Mappings;

/// <summary>The records of the files themselves: their publishers and the articles of kind DATASET.</summary>
internal static class MappedSources
{
    /// <summary>The records, publishers first.</summary>
    public static IEnumerable<JsonObject> Of(Mapping mapping)
    {
        foreach (var publisher in mapping.Publishers)
        {
            yield return Publisher(mapping, publisher);
        }

        foreach (var source in mapping.Sources.DistinctBy(source => source.Article.Key))
        {
            yield return Article(source.Article);
        }
    }

    private static JsonObject Publisher(Mapping mapping, PublisherMapping publisher)
    {
        var content = new JsonObject
        {
            ["type"] = "Publisher",
            ["key"] = KeyOf(publisher.Key),
            ["names"] = new JsonArray(new JsonObject { ["value"] = publisher.Name, ["language"] = "en", ["statedBy"] = $"mapping {mapping.Name}" }),
        };
        Set(content, "site", publisher.Site);
        if (publisher.Country is not null)
        {
            content["country"] = new JsonObject { ["code"] = publisher.Country };
        }

        return content;
    }

    private static JsonObject Article(ArticleMapping article)
    {
        var content = new JsonObject { ["type"] = "SourceArticle", ["key"] = article.Key, ["slug"] = article.Slug, ["kind"] = "DATASET" };
        content["title"] = article.Licence is null ? article.Title : $"{article.Title} ({article.Licence})";
        Set(content, "url", article.Url);
        Set(content, "published", article.Published);
        Set(content, "language", article.Language);
        if (article.Publisher is not null)
        {
            content["publisher"] = new JsonObject { ["key"] = KeyOf(article.Publisher) };
        }

        return content;
    }

    private static string KeyOf(string publisher) => $"publisher:{publisher}";

    private static void Set(JsonObject content, string field, string? value)
    {
        if (value is not null)
        {
            content[field] = value;
        }
    }
}
