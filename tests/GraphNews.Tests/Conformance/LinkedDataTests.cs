using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Conformance;

/// <summary>Other people's programs read what addresses of entities give: npm's jsonld, the terms of schema.org, and a validator of HTML.</summary>
[Collection(SharedSampleServer.Name)]
public sealed class LinkedDataTests(SampleServer server)
{
    private static readonly string[] Kinds =
        ["Agency", "Agreement", "Country", "Meeting", "Occasion", "Official", "Place", "Post", "Publisher", "SourceArticle", "Topic"];

    [NodeFact]
    public async Task Every_entity_is_read_by_a_JSON_LD_processor_in_terms_that_schema_org_has_and_its_page_is_valid_and_accessible()
    {
        var entities = await ConformanceRun.RunAsync("linked-data.mjs", server.Address.ToString());

        Assert.Empty(entities.SelectMany(entity => entity.GetProperty("mistakes").EnumerateArray().Select(mistake => $"{entity.GetProperty("slug")}: {mistake}")));
        Assert.Equal(Kinds, entities.Select(entity => entity.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));
        var official = entities.Single(entity => entity.GetProperty("slug").GetString() == "abdellatif-hammouchi");
        Assert.Equal("""["https://schema.org/Person"]""", official.GetProperty("types").GetRawText());
        Assert.Contains("عبد اللطيف حموشي@ar", official.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.True(official.GetProperty("quads").GetInt32() > 40);
    }
}
