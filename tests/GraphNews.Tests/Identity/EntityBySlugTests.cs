namespace GraphNews.Tests.Identity;

/// <summary>Any slug that was ever given is answered, whatever it was given to and whatever became of that.</summary>
public sealed class EntityBySlugTests
{
    private const string Query =
        """
        query ($slug: String!) {
          entity(slug: $slug) { __typename ... on Entity { slug canonical { slug } } ... on Tombstone { kind reason } }
        }
        """;

    [Fact]
    public async Task An_entity_is_found_by_its_slug_its_old_slug_and_after_it_was_retracted()
    {
        await using var officials = await JudgedOfficials.CreateAsync("abc");
        await officials.JudgeAsync('a', 'b');
        await officials.Graph.WriteAsync("retractOfficial", new { id = officials.Ids['c'], reason = "A test." }, "version");

        Assert.Equal("""{"__typename":"Official","slug":"official-a","canonical":null}""", await EntityAsync(officials, "official-a"));
        Assert.Equal("""{"__typename":"Official","slug":"official-a","canonical":{"slug":"official-a"}}""", await EntityAsync(officials, "official-b"));
        Assert.Equal("""{"__typename":"Tombstone","kind":"OFFICIAL","reason":"A test."}""", await EntityAsync(officials, "official-c"));
        Assert.Equal("", await EntityAsync(officials, "official-d"));
        Assert.Equal("", await EntityAsync(officials, "Official-A"));
    }

    [Fact]
    public async Task The_slug_of_one_merged_into_what_was_retracted_leads_to_that()
    {
        await using var officials = await JudgedOfficials.CreateAsync("ab");
        await officials.JudgeAsync('a', 'b');
        await officials.Graph.WriteAsync("retractOfficial", new { id = officials.Ids['a'], reason = "A test." }, "version");

        Assert.Equal("""{"__typename":"Tombstone","kind":"OFFICIAL","reason":"A test."}""", await EntityAsync(officials, "official-b"));
    }

    private static async Task<string> EntityAsync(JudgedOfficials officials, string slug)
        => (await officials.Graph.Answers.DataAsync(Query, new { slug })).GetProperty("entity").ToString();
}
