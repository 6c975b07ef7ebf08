using System.Text.Json;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Network;

public sealed class MeetingStatTests(SmallGraph small, SampleAnswers sample) : IClassFixture<SmallGraph>, IClassFixture<SampleAnswers>
{
    [Fact]
    public async Task Meetings_are_counted_by_month_and_kind()
    {
        var data = await sample.Answers.DataAsync("{ meetingStats(groupBy: [MONTH, KIND]) { totalCount nodes { year month kind count } } }");
        Assert.Equal(
            """{"meetingStats":{"totalCount":5,"nodes":[{"year":null,"month":null,"kind":"BILATERAL","count":1},{"year":2025,"month":1,"kind":"BILATERAL","count":1},{"year":2025,"month":1,"kind":"TRILATERAL","count":1},{"year":2025,"month":1,"kind":"VISIT","count":1},{"year":2025,"month":1,"kind":"EXPERT","count":1}]}}""",
            JsonSerializer.Serialize(data));
    }

    [Fact]
    public async Task A_meeting_counts_for_each_country_that_took_part()
    {
        var data = await sample.Answers.DataAsync(
            """{ meetingStats(groupBy: [COUNTRY], where: { slug: { eq: "madrid-trilateral-2025-01" } }) { nodes { country { code } year count } } }""");
        Assert.Equal(
            ["DE 1", "ES 1", "MA 1"],
            data.GetProperty("meetingStats").GetProperty("nodes").EnumerateArray()
                .Select(group => $"{group.GetProperty("country").GetProperty("code").GetString()} {group.GetProperty("count").GetInt32()}").Order());
    }

    [Fact]
    public async Task Counts_by_year_and_agency_are_those_that_a_plain_count_finds()
    {
        var expected = (from meeting in small.Meetings.Values
                        let year = !meeting.Starts.IsUnknown && meeting.Starts.Earliest.Year == meeting.Starts.Latest.Year ? meeting.Starts.Earliest.Year : 0
                        from agency in small.Participations.Where(p => p.MeetingId == meeting.Id && p.AgencyId is not null).Select(p => p.AgencyId).DefaultIfEmpty()
                        group meeting.Id by (year, agency is { } id ? SmallGraph.Id<Graph.Agencies.Agency>(id) : ""))
            .ToDictionary(group => group.Key, group => group.Distinct().Count());

        var found = new Dictionary<(int, string), int>();
        for (string? after = null; ;)
        {
            var page = (await small.Answers.DataAsync(
                "query ($after: String) { meetingStats(groupBy: [AGENCY, YEAR], first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { year agency { id } count } } }",
                new { after })).GetProperty("meetingStats");
            foreach (var group in page.GetProperty("nodes").EnumerateArray())
            {
                var (year, agency) = (group.GetProperty("year"), group.GetProperty("agency"));
                found.Add(
                    (year.ValueKind == JsonValueKind.Null ? 0 : year.GetInt32(), agency.ValueKind == JsonValueKind.Null ? "" : agency.GetProperty("id").GetString()!),
                    group.GetProperty("count").GetInt32());
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) break;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        Assert.Equal(expected.OrderBy(group => group.Key), found.OrderBy(group => group.Key));
    }

    [Theory]
    [InlineData("meetingStats(groupBy: [])", "BAD_ARGUMENTS")]
    [InlineData("meetingStats(groupBy: [YEAR], first: -1)", "BAD_ARGUMENTS")]
    [InlineData("meetingStats(groupBy: [YEAR], after: \"WyJ4Il0\")", "INVALID_CURSOR")]
    public async Task What_cannot_be_asked_has_a_code(string field, string code)
        => Assert.Equal([code], await sample.Answers.CodesAsync($"{{ {field} {{ totalCount }} }}"));
}
