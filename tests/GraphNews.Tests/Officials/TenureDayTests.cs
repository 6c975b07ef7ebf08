using System.Text.Json;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Posts;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Officials;

public sealed class TenureDayTests
{
    [Theory]
    [InlineData("2012-05-01", "2014-06-30", "2013-05-01", Certainty.Certain)]
    [InlineData("2012-05-01", "2014-06-30", "2012-05-01", Certainty.Certain)]
    [InlineData("2012-05-01", "2014-06-30", "2014-06-30", Certainty.Certain)]
    [InlineData("2012-05-01", "2014-06-30", "2014-07-01", null)]
    [InlineData("2012-05-01", "2014-06-30", "2012-04-30", null)]
    [InlineData("2012", "2014", "2012-08-01", Certainty.Possible)]
    [InlineData("2012", "2014", "2013-08-01", Certainty.Certain)]
    [InlineData("2012-05-01", "", "2040-01-01", Certainty.Possible)]
    [InlineData("", "2014-06-30", "1990-01-01", Certainty.Possible)]
    [InlineData("", "", "2013-05-01", Certainty.Possible)]
    public void A_day_is_certain_between_dates_and_possible_where_nothing_excludes_it(string from, string until, string day, Certainty? certainty)
        => Assert.Equal(certainty, TenureDays.On(new Tenure { From = Date(from), Until = Date(until) }, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_between_attested_days_are_certain()
    {
        var tenure = new Tenure { AttestedFirst = new DateOnly(2025, 1, 28), AttestedLast = new DateOnly(2025, 3, 1) };
        Assert.Equal(Certainty.Certain, TenureDays.On(tenure, new DateOnly(2025, 2, 1)));
        Assert.Equal(Certainty.Possible, TenureDays.On(tenure, new DateOnly(2025, 3, 2)));
        tenure.From = Date("2024");
        Assert.Equal(Certainty.Certain, TenureDays.On(tenure, new DateOnly(2025, 1, 2)));
        Assert.Equal(Certainty.Possible, TenureDays.On(tenure, new DateOnly(2024, 1, 2)));
        Assert.Null(TenureDays.On(tenure, new DateOnly(2023, 12, 31)));
    }

    [Fact]
    public async Task The_holders_of_a_post_on_a_day_are_found_with_who_came_before_and_after()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            var post = edit.Add(new Post { Slug = "chief" }).Id;
            foreach (var (slug, from, until) in new[] { ("first", "2010-01-01", "2012-05-01"), ("second", "2012-05-02", ""), ("third", "2015", "2018-01-01") })
            {
                var person = edit.Add(new Official { Slug = slug }).Id;
                edit.Add(new Tenure { OfficialId = person, PostId = post, From = Date(from), Until = Date(until), StatedBy = "test" });
            }

            edit.Add(new Name { SubjectId = post, Value = "Chief", Language = "en", StatedBy = "test" });
        });
        using var answers = new GraphAnswers(graph.Storage);

        Assert.Equal(
            """{"post":{"tenures":[{"official":{"slug":"second"},"certainty":"POSSIBLE","previous":{"official":{"slug":"first"}},"next":{"official":{"slug":"third"}}}]}}""",
            JsonSerializer.Serialize(await answers.DataAsync(
                """{ post(slug: "chief") { tenures(asOf: "2013-05-01") { official { slug } certainty(asOf: "2013-05-01") previous { official { slug } } next { official { slug } } } } }""")));
        Assert.Equal(
            """{"post":{"tenures":[{"official":{"slug":"first"},"certainty":"CERTAIN","previous":null}]}}""",
            JsonSerializer.Serialize(await answers.DataAsync(
                """{ post(slug: "chief") { tenures(asOf: "2011-05-01", certainty: CERTAIN) { official { slug } certainty(asOf: "2011-05-01") previous { id } } } }""")));
        Assert.Equal(
            """{"post":{"tenures":[]}}""",
            JsonSerializer.Serialize(await answers.DataAsync("""{ post(slug: "chief") { tenures(asOf: "2013-05-01", certainty: CERTAIN) { id } } }""")));
        Assert.Equal(["BAD_ARGUMENTS"], await answers.CodesAsync("""{ post(slug: "chief") { tenures(certainty: CERTAIN) { id } } }"""));
    }

    [Fact]
    public async Task The_officials_of_an_agency_on_a_day_are_found()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var answers = new GraphAnswers(graph.Storage);
        const string Query = """query ($day: Date, $sure: Certainty) { agency(slug: "morocco-dgsn") { officials(asOf: $day, certainty: $sure) { totalCount nodes { slug } } } }""";
        Assert.Equal(
            """{"agency":{"officials":{"totalCount":1,"nodes":[{"slug":"abdellatif-hammouchi"}]}}}""",
            JsonSerializer.Serialize(await answers.DataAsync(Query, new { day = "2025-01-28", sure = "CERTAIN" })));
        Assert.Equal(
            """{"agency":{"officials":{"totalCount":0,"nodes":[]}}}""",
            JsonSerializer.Serialize(await answers.DataAsync(Query, new { day = "2024-01-28", sure = "CERTAIN" })));
        Assert.Equal(
            """{"agency":{"officials":{"totalCount":1,"nodes":[{"slug":"abdellatif-hammouchi"}]}}}""",
            JsonSerializer.Serialize(await answers.DataAsync(Query, new { day = "2024-01-28", sure = "POSSIBLE" })));
    }

    private static PartialDate Date(string text) => text.Length == 0 ? PartialDate.Unknown : PartialDate.Parse(text);
}
