using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Shared;
using Snapshooter.Xunit;

namespace GraphNews.Tests.Uk;

/// <summary>The operations of <c>schema/operations/</c>, asked of 8,054 British meetings.</summary>
[Collection(UkTests.Name)]
public sealed partial class UkOperationTests(UkGraph uk)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [UnitedKingdomFact]
    public async Task Meetings_of_a_prime_minister() => (await AnswerAsync("HammouchiMeetings", new { })).MatchSnapshot();

    [UnitedKingdomFact]
    public async Task Whom_a_prime_minister_met()
        => (await AnswerAsync("WhomAnOfficialMet", new { official = await uk.SlugOfAsync("David Cameron"), first = 25 })).MatchSnapshot();

    [UnitedKingdomFact]
    public async Task The_network_around_a_prime_minister()
        => (await AnswerAsync("NetworkAroundSomebody", new { around = await uk.SlugOfAsync("David Cameron"), minWeight = 6 })).MatchSnapshot();

    [UnitedKingdomFact]
    public async Task Meetings_over_six_years() => (await AnswerAsync("MeetingsOverTime", new { first = 40 })).MatchSnapshot();

    [UnitedKingdomFact]
    public async Task Each_question_costs_as_many_statements_however_large_its_answer()
    {
        var (one, other) = (await uk.SlugOfAsync("David Cameron"), await uk.SlugOfAsync("Nick Clegg"));
        foreach (var (operation, small, large) in new (string Operation, object Small, object Large)[]
        {
            ("WhomAnOfficialMet", new { official = one, first = 1 }, new { official = one, first = 100 }),
            ("HowTwoAreConnected", new { from = one, to = other, first = 1 }, new { from = one, to = other, first = 100 }),
            ("NetworkAroundSomebody", new { around = one, depth = 1, minWeight = 2 }, new { around = one, depth = 1, minWeight = 1 }),
            ("MeetingsOfTwoCountries", new { one = "GB", other = "GB", time = "2012-07", first = 1 }, new { one = "GB", other = "GB", time = "2012-07", first = 100 }),
            ("MeetingsOverTime", new { first = 2 }, new { first = 100 }),
            ("WhatAnArticleSupports", new { article = "ifg-ministers-appointment", first = 1 }, new { article = "ifg-ministers-appointment", first = 100 }),
        })
        {
            var few = await StatementsAsync(operation, small);
            var many = await StatementsAsync(operation, large);
            Assert.True(few > 0 && few == many, $"{operation}: {few} statements for a small answer, {many} for a large one.");
        }
    }

    [UnitedKingdomFact]
    public async Task Search_and_holders_of_posts_and_changes_answer_too()
    {
        var (cameron, brown, may) = (await uk.SlugOfAsync("David Cameron"), await uk.SlugOfAsync("Gordon Brown"), await uk.SlugOfAsync("Theresa May"));
        var found = await uk.Answers.DataAsync(SavedOperation.Read("SearchHammouchi").Replace("حموشي", "Cameron", StringComparison.Ordinal));
        Assert.Contains($"\"{cameron}\"", found.GetRawText(), StringComparison.Ordinal);

        var posts = await uk.Answers.DataAsync("{ posts(where: { name: { eq: \"Prime Minister\" } }) { nodes { slug } } }");
        var slug = posts.GetProperty("posts").GetProperty("nodes")[0].GetProperty("slug").GetString();
        var held = (await uk.Answers.DataAsync(SavedOperation.Read("WhoHeldAPost"), new { post = slug, day = "2012-06-01" })).GetProperty("post").GetProperty("tenures");
        Assert.Equal(
            (cameron, "CERTAIN", brown, may),
            (Slug(held[0]), held[0].GetProperty("certainty").GetString()!, Slug(held[0].GetProperty("previous")), Slug(held[0].GetProperty("next"))));

        var changed = await uk.Answers.DataAsync(SavedOperation.Read("WhatChanged"), new { since = 1, slug = "uk-ministerial-meeting-1", first = 100 });
        Assert.Equal(100, changed.GetProperty("changes").GetProperty("nodes").GetArrayLength());
        Assert.Equal(1, changed.GetProperty("meeting").GetProperty("history").GetProperty("totalCount").GetInt32());

        static string Slug(JsonElement tenure) => tenure.GetProperty("official").GetProperty("slug").GetString()!;
    }

    private async Task<string> AnswerAsync(string operation, object variables)
    {
        var query = SavedOperation.Read(operation).Replace("abdellatif-hammouchi", await uk.SlugOfAsync("David Cameron"), StringComparison.Ordinal);
        return PlaceInList().Replace(JsonSerializer.Serialize(await uk.Answers.DataAsync(query, variables), Readable), "\"endCursor\": \"…\"");
    }

    private async Task<int> StatementsAsync(string operation, object variables)
    {
        await uk.Answers.DataAsync(SavedOperation.Read(operation), variables);
        uk.Storage.Take();
        await uk.Answers.DataAsync(SavedOperation.Read(operation), variables);
        return uk.Storage.Take().Count;
    }

    [GeneratedRegex("\"endCursor\": \"[^\"]*\"")]
    private static partial Regex PlaceInList();
}
