using System.Text.Json;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Network;

public sealed class PathTests(SmallGraph small, SampleAnswers sample) : IClassFixture<SmallGraph>, IClassFixture<SampleAnswers>
{
    private const string Query = "query ($from: ID!, $to: ID!, $most: Int) { path(from: $from, to: $to, maxLength: $most, first: 100) { length steps { from { ... on Node { id } } to { ... on Node { id } } via { id } } } }";

    [Fact]
    public async Task Hammouchi_and_the_German_police_met_and_sentences_say_so()
    {
        var from = await IdAsync("official", "abdellatif-hammouchi");
        var to = await IdAsync("agency", "germany-bundespolizei");
        var data = await sample.Answers.DataAsync(
            "query ($from: ID!, $to: ID!) { path(from: $from, to: $to) { length steps { to { ... on Agency { slug } } via { __typename ... on Meeting { slug } } citations { quote } } } }",
            new { from, to });
        var path = Assert.Single(data.GetProperty("path").EnumerateArray());
        var step = Assert.Single(path.GetProperty("steps").EnumerateArray());
        Assert.Equal("germany-bundespolizei", step.GetProperty("to").GetProperty("slug").GetString());
        Assert.Equal("madrid-trilateral-2025-01", step.GetProperty("via").GetProperty("slug").GetString());
        Assert.Contains(step.GetProperty("citations").EnumerateArray(), citation => citation.GetProperty("quote").GetString()!.Contains("trilateral", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AGENCY", "Tenure")]
    [InlineData("MEETING", "Meeting")]
    public async Task What_connects_can_be_chosen(string through, string via)
    {
        var from = await IdAsync("official", "abdellatif-hammouchi");
        var to = await IdAsync("agency", through == "AGENCY" ? "morocco-dgsn" : "spain-policia-nacional");
        var data = await sample.Answers.DataAsync(
            $"query ($from: ID!, $to: ID!) {{ path(from: $from, to: $to, through: [{through}]) {{ steps {{ via {{ __typename }} citations {{ id }} }} }} }}", new { from, to });
        Assert.All(data.GetProperty("path").EnumerateArray(), path =>
        {
            var step = Assert.Single(path.GetProperty("steps").EnumerateArray());
            Assert.Equal(via, step.GetProperty("via").GetProperty("__typename").GetString());
            Assert.NotEqual(0, step.GetProperty("citations").GetArrayLength());
        });
        Assert.NotEqual(0, data.GetProperty("path").GetArrayLength());
    }

    [Fact]
    public async Task Agencies_are_connected_by_what_they_agreed()
    {
        var from = await IdAsync("agency", "morocco-dgsn");
        var to = await IdAsync("agency", "spain-policia-nacional");
        var data = await sample.Answers.DataAsync(
            "query ($from: ID!, $to: ID!) { path(from: $from, to: $to, through: [AGREEMENT]) { steps { via { __typename } } } }", new { from, to });
        Assert.All(data.GetProperty("path").EnumerateArray(), path => Assert.Equal("Agreement", path.GetProperty("steps")[0].GetProperty("via").GetProperty("__typename").GetString()));
        Assert.NotEqual(0, data.GetProperty("path").GetArrayLength());
    }

    [Fact]
    public async Task Chains_are_as_short_and_as_many_as_a_plain_search_finds()
    {
        var people = small.Participations.Select(p => p.OfficialId).OfType<long>().Distinct().Order().ToList();
        var random = new Random(5);
        var lengths = new HashSet<int>();
        for (var i = 0; i < 30; i++)
        {
            var (from, to) = (people[random.Next(people.Count)], people[random.Next(people.Count)]);
            var expected = from == to ? 0 : Distance(Key(from), Key(to));
            var data = await small.Answers.DataAsync(Query, new { from = SmallGraph.Id<Official>(from), to = SmallGraph.Id<Official>(to), most = 6 });
            var paths = data.GetProperty("path").EnumerateArray().ToList();
            if (expected is null or 0 or > 6)
            {
                Assert.Empty(paths);
                continue;
            }

            Assert.NotEmpty(paths);
            Assert.All(paths, path => Check(path, SmallGraph.Id<Official>(from), SmallGraph.Id<Official>(to), expected.Value));
            Assert.Equal(paths.Count, paths.Select(path => path.GetRawText()).Distinct().Count());
            lengths.Add(expected.Value);
        }

        Assert.True(lengths.Count > 1, "The graph has chains of one length only.");
    }

    [Fact]
    public async Task A_chain_that_is_too_long_is_none()
    {
        var people = small.Participations.Select(p => p.OfficialId).OfType<long>().Distinct().Order().ToList();
        var (from, to) = (from one in people from other in people where Distance(Key(one), Key(other)) == 2 select (one, other)).First();
        var data = await small.Answers.DataAsync(Query, new { from = SmallGraph.Id<Official>(from), to = SmallGraph.Id<Official>(to), most = 1 });
        Assert.Equal(0, data.GetProperty("path").GetArrayLength());
    }

    [Fact]
    public async Task Who_stands_alone_is_connected_with_nobody()
        => Assert.Equal(
            0,
            (await sample.Answers.DataAsync(
                "query ($from: ID!, $to: ID!) { path(from: $from, to: $to) { length } }",
                new { from = await IdAsync("official", "abdellatif-hammouchi"), to = await IdAsync("agency", "yemen-snaccc") })).GetProperty("path").GetArrayLength());

    [Theory]
    [InlineData("path(from: \"X y\", to: \"y\") { length }", "INVALID_ID")]
    [InlineData("path(from: \"morocco-dgsn\", to: \"madrid-visit-2025-01\") { length }", "INVALID_ID")]
    [InlineData("path(from: \"{0}\", to: \"{0}\", maxLength: 7) {{ length }}", "BAD_ARGUMENTS")]
    [InlineData("path(from: \"{0}\", to: \"{0}\", first: 0) {{ length }}", "BAD_ARGUMENTS")]
    [InlineData("network(around: \"{0}\", depth: 4) {{ truncated }}", "BAD_ARGUMENTS")]
    [InlineData("network(around: \"{0}\", minWeight: 0) {{ truncated }}", "BAD_ARGUMENTS")]
    [InlineData("network(around: \"TWVldGluZzox\") {{ truncated }}", "INVALID_ID")]
    public async Task What_cannot_be_asked_has_a_code(string field, string code)
        => Assert.Equal(
            [code],
            await sample.Answers.CodesAsync(
                $"{{ {(field.Contains("{{", StringComparison.Ordinal) ? string.Format(System.Globalization.CultureInfo.InvariantCulture, field, SmallGraph.Id<Official>(1)) : field)} }}"));

    [Fact]
    public async Task Ends_are_named_by_slug_as_well_and_unknown_ones_are_connected_with_nobody()
    {
        var data = await sample.Answers.DataAsync(
            """{ path(from: "abdellatif-hammouchi", to: "germany-bundespolizei") { length } none: path(from: "abdellatif-hammouchi", to: "nobody-at-all") { length } }""");
        Assert.Equal((1, 0), (data.GetProperty("path").GetArrayLength(), data.GetProperty("none").GetArrayLength()));
    }

    private async Task<string> IdAsync(string field, string slug)
        => (await sample.Answers.DataAsync($"{{ {field}(slug: \"{slug}\") {{ id }} }}")).GetProperty(field).GetProperty("id").GetString()!;

    private static void Check(JsonElement path, string from, string to, int length)
    {
        Assert.Equal(length, path.GetProperty("length").GetInt32());
        var steps = path.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(length, steps.Count);
        foreach (var step in steps)
        {
            Assert.Equal(from, step.GetProperty("from").GetProperty("id").GetString());
            from = step.GetProperty("to").GetProperty("id").GetString()!;
        }

        Assert.Equal(to, from);
    }

    private static string Key(long official) => $"o{official}";

    /// <summary>By a plain search, level by level.</summary>
    private int? Distance(string from, string to)
    {
        var seen = new HashSet<string> { from };
        var level = new List<string> { from };
        for (var length = 1; level.Count > 0; length++)
        {
            var meetings = small.Participations.Where(p => level.Contains(Who(p))).Select(p => p.MeetingId).ToHashSet();
            level = [.. small.Participations.Where(p => meetings.Contains(p.MeetingId)).Select(Who).Where(who => who.Length > 0 && seen.Add(who))];
            if (level.Contains(to)) return length;
        }

        return null;
    }

    private static string Who(Graph.Meetings.Participation p) => p.OfficialId is { } person ? Key(person) : p.AgencyId is { } agency ? $"a{agency}" : "";
}
