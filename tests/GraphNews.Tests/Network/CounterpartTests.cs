using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Network;

public sealed class CounterpartTests(SmallGraph small, SampleAnswers sample) : IClassFixture<SmallGraph>, IClassFixture<SampleAnswers>
{
    private const string Fields = "totalCount nodes { meetingCount first { text } last { text } meetings(first: 100) { id } counterpart { __typename ... on Node { id } } }";

    [Fact]
    public async Task Hammouchi_met_agencies_where_no_source_names_their_chiefs()
    {
        var data = await sample.Answers.DataAsync(
            """
            { official(slug: "abdellatif-hammouchi") { counterparts {
                totalCount
                nodes { meetingCount first { text } last { text } meetings { slug } counterpart { ... on Agency { slug } } } } } }
            """);
        Assert.Equal(
            """
            {"official":{"counterparts":{"totalCount":2,"nodes":[{"meetingCount":3,"first":{"text":"2025-01-28"},"last":{"text":"[2025-01-28..2025-01-29]"},"meetings":[{"slug":"madrid-visit-2025-01"},{"slug":"madrid-bilateral-2025-01"},{"slug":"madrid-trilateral-2025-01"}],"counterpart":{"slug":"spain-policia-nacional"}},{"meetingCount":1,"first":{"text":"[2025-01-28..2025-01-29]"},"last":{"text":"[2025-01-28..2025-01-29]"},"meetings":[{"slug":"madrid-trilateral-2025-01"}],"counterpart":{"slug":"germany-bundespolizei"}}]}}}
            """,
            JsonSerializer.Serialize(data));
    }

    [Fact]
    public async Task Only_meetings_that_fit_count()
    {
        var data = await sample.Answers.DataAsync(
            """
            { official(slug: "abdellatif-hammouchi") { counterparts(where: { kind: { eq: BILATERAL } }) {
                nodes { meetingCount meetings { slug } counterpart { ... on Agency { slug } } } } } }
            """);
        Assert.Equal(
            """{"official":{"counterparts":{"nodes":[{"meetingCount":1,"meetings":[{"slug":"madrid-bilateral-2025-01"}],"counterpart":{"slug":"spain-policia-nacional"}}]}}}""",
            JsonSerializer.Serialize(data));
    }

    [Fact]
    public async Task The_counterparts_of_officials_are_those_that_a_plain_count_finds()
    {
        foreach (var official in small.Participations.Select(p => p.OfficialId).OfType<long>().Distinct().Take(40))
        {
            var mine = small.Participations.Where(p => p.OfficialId == official).ToList();
            var expected = (from self in mine
                            from other in small.Participations
                            where other.MeetingId == self.MeetingId && small.Meetings.ContainsKey(self.MeetingId)
                            where other.OfficialId is null ? other.AgencyId is not null && other.AgencyId != self.AgencyId : other.OfficialId != official
                            group other.MeetingId by other.OfficialId is { } person ? SmallGraph.Id<Official>(person) : SmallGraph.Id<Agency>(other.AgencyId!.Value))
                .ToDictionary(met => met.Key, met => met.Distinct().Count());

            Assert.Equal(expected, await CountsAsync("Official", SmallGraph.Id<Official>(official)));
        }
    }

    [Fact]
    public async Task The_counterparts_of_agencies_are_those_that_a_plain_count_finds()
    {
        foreach (var agency in small.Participations.Select(p => p.AgencyId).OfType<long>().Distinct().Take(10))
        {
            var expected = (from self in small.Participations
                            where self.AgencyId == agency && small.Meetings.ContainsKey(self.MeetingId)
                            from other in small.Participations
                            where other.MeetingId == self.MeetingId
                            where other.AgencyId is null ? other.OfficialId is not null : other.AgencyId != agency
                            group other.MeetingId by other.OfficialId is { } person ? SmallGraph.Id<Official>(person) : SmallGraph.Id<Agency>(other.AgencyId!.Value))
                .ToDictionary(met => met.Key, met => met.Distinct().Count());

            Assert.Equal(expected, await CountsAsync("Agency", SmallGraph.Id<Agency>(agency)));
        }
    }

    [Fact]
    public async Task Pages_hold_each_counterpart_once_and_in_one_order()
    {
        var whole = await CountsAsync("Official", await TheOfficialAsync());
        Assert.True(whole.Count > 20, $"{whole.Count} are too few for pages");
        Assert.Equal(whole.Values.OrderDescending(), whole.Values);
    }

    [Fact]
    public async Task Many_officials_cost_as_many_statements_as_one()
    {
        var one = await StatementsAsync(1);
        Assert.Equal(one, await StatementsAsync(20));
    }

    [Theory]
    [InlineData("counterparts(first: -1)", "BAD_ARGUMENTS")]
    [InlineData("counterparts(first: 101)", "BAD_ARGUMENTS")]
    [InlineData("counterparts(after: \"x\")", "INVALID_CURSOR")]
    public async Task What_cannot_be_asked_has_a_code(string field, string code)
        => Assert.Equal([code], await sample.Answers.CodesAsync($"{{ official(slug: \"abdellatif-hammouchi\") {{ {field} {{ totalCount }} }} }}"));

    [Fact]
    public async Task A_cursor_of_other_meetings_is_refused()
    {
        var data = await small.Answers.DataAsync("{ official(slug: \"the-official\") { counterparts(first: 1) { pageInfo { endCursor } } } }");
        var cursor = data.GetProperty("official").GetProperty("counterparts").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal(
            ["INVALID_CURSOR"],
            await small.Answers.CodesAsync($"{{ official(slug: \"the-official\") {{ counterparts(after: \"{cursor}\", where: {{ kind: {{ eq: VISIT }} }}) {{ totalCount }} }} }}"));
    }

    private async Task<string> TheOfficialAsync()
        => (await small.Answers.DataAsync("{ official(slug: \"the-official\") { id } }")).GetProperty("official").GetProperty("id").GetString()!;

    /// <summary>How often each was met, read page by page; dates and meetings are checked on the way.</summary>
    private async Task<Dictionary<string, int>> CountsAsync(string type, string id)
    {
        var counts = new Dictionary<string, int>();
        for (string? after = null; ;)
        {
            var data = await small.Answers.DataAsync(
                $"query ($id: ID!, $after: String) {{ node(id: $id) {{ ... on {type} {{ counterparts(first: 7, after: $after) {{ pageInfo {{ hasNextPage endCursor }} {Fields} }} }} }} }}",
                new { id, after });
            var page = data.GetProperty("node").GetProperty("counterparts");
            foreach (var met in page.GetProperty("nodes").EnumerateArray())
            {
                counts.Add(met.GetProperty("counterpart").GetProperty("id").GetString()!, met.GetProperty("meetingCount").GetInt32());
                CheckMeetings(met);
            }

            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                Assert.Equal(page.GetProperty("totalCount").GetInt32(), counts.Count);
                return counts;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private void CheckMeetings(JsonElement met)
    {
        var meetings = met.GetProperty("meetings").EnumerateArray().Select(meeting => small.Meetings.Single(m => SmallGraph.Id<Graph.Meetings.Meeting>(m.Key) == meeting.GetProperty("id").GetString()).Value).ToList();
        Assert.Equal(Math.Min(met.GetProperty("meetingCount").GetInt32(), 100), meetings.Count);
        var dated = meetings.Where(meeting => !meeting.Starts.IsUnknown).ToList();
        Assert.Equal(dated.Select(meeting => meeting.Starts.Earliest).Order(), dated.Select(meeting => meeting.Starts.Earliest));
        Assert.Equal(dated.FirstOrDefault()?.Starts.Text, Text(met.GetProperty("first")));
        if (meetings.Count == 100) return;
        Assert.Equal(dated.MaxBy(meeting => (meeting.Starts.Latest, meeting.Starts.Earliest))?.Starts.Text, Text(met.GetProperty("last")));
    }

    private static string? Text(JsonElement date) => date.ValueKind == JsonValueKind.Null ? null : date.GetProperty("text").GetString();

    private async Task<int> StatementsAsync(int officials)
    {
        small.Storage.Take();
        await small.Answers.DataAsync($"{{ officials(first: {officials}) {{ nodes {{ counterparts {{ {Fields} }} }} }} }}");
        return small.Storage.Take().Count;
    }
}
