using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Engine;
using GraphNews.Tests.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace GraphNews.Tests.Storage;

/// <summary>
/// Sixteen clients write and sixteen read at once: for five seconds, or for a minute where <c>GRAPHNEWS_LONG</c> is set. On SQLite, and
/// on the server databases where there is one.
/// </summary>
public sealed class WritersAndReadersTests(ITestOutputHelper output)
{
    private const int Clients = 16;
    private const int Counters = 4;

    private static TimeSpan Duration => TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") is "1" ? 60 : 5);

    [Fact]
    public Task Sixteen_writers_and_sixteen_readers_lose_nothing_and_see_nothing_half_done() => RunAsync(TestProduct.Sqlite);

    [SqlServerFact]
    public Task On_SQL_Server_as_well() => RunAsync(TestProduct.SqlServer);

    [PostgreSqlFact]
    public Task On_PostgreSQL_as_well() => RunAsync(TestProduct.PostgreSql);

    private async Task RunAsync(TestProduct product)
    {
        TestDatabase.Product = product;
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var signal = new ChangeSignal();
        using var editors = new GraphAnswers(graph.Storage, signal: signal) { Caller = new Caller("key:editor", CallerRole.Editor) };
        using var strangers = new GraphAnswers(graph.Storage, signal: signal);
        for (var counter = 0; counter < Counters; counter++)
        {
            await editors.DataAsync(
                $"mutation {{ addAgency(input: {{ slug: \"counter-{counter}\", names: [{{ value: \"Counter\" }}], founded: \"1000\", description: [{{ language: \"en\", value: \"1000\" }}] }}) {{ version }} }}");
        }

        var start = await VersionAsync(graph);
        using var time = new CancellationTokenSource(Duration);
        var written = new Written();
        long read = 0;
        await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Task.Run(() => WriteAsync(editors, client, written, time.Token)))
                .Concat(Enumerable.Range(0, Clients).Select(client => Task.Run(async () => Interlocked.Add(ref read, await ReadAsync(strangers, client, time.Token))))));

        // No version twice, none left out, and the log has each.
        var end = await VersionAsync(graph);
        var versions = written.Versions.Order().ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(step => start + step), versions);
        Assert.Equal(end, versions[^1]);
        Assert.Equal(end, await graph.ReadAsync(context => context.Changes.LongCountAsync()));

        // No update lost, and what was sent twice was written once.
        var counted = (await strangers.DataAsync("{ agencies(first: 100, where: { slug: { startsWith: \"counter-\" } }) { nodes { founded { text } } } }"))
            .GetProperty("agencies").GetProperty("nodes").EnumerateArray().Sum(agency => Number(agency.GetProperty("founded").GetProperty("text")) - 1000);
        Assert.Equal(written.Increments, counted);
        Assert.Equal(written.Keys, (await strangers.DataAsync("{ topics { totalCount } }")).GetProperty("topics").GetProperty("totalCount").GetInt32());
        Assert.Equal(written.Meetings, (await strangers.DataAsync("{ meetings { totalCount } }")).GetProperty("meetings").GetProperty("totalCount").GetInt32());
        Assert.True(written.Increments > 0 && written.Keys > 0 && written.Meetings > 0 && read > 0);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Duration.TotalSeconds} s: {versions.Count} versions ({written.Increments} increments, {written.Meetings} meetings, {written.Keys} keyed writes), {written.Stale} stale, {read} reads."));
    }

    private static async Task WriteAsync(GraphAnswers editors, int client, Written written, CancellationToken time)
    {
        for (var i = 0; !time.IsCancellationRequested; i++)
        {
            switch ((client + i) % 4)
            {
                case 0:
                    await RecordAsync(editors, $"{client}-{i}", written);
                    break;
                case 1:
                    await SendTwiceAsync(editors, $"{client}-{i}", written);
                    break;
                default:
                    await IncrementAsync(editors, (client + i) % Counters, written);
                    break;
            }
        }
    }

    /// <summary>Counts one up from what it read; whoever came between is told, and the count is lost to nobody.</summary>
    private static async Task IncrementAsync(GraphAnswers editors, int counter, Written written)
    {
        var seen = (await editors.DataAsync($"{{ agency(slug: \"counter-{counter}\") {{ id updatedVersion founded {{ text }} }} }}")).GetProperty("agency");
        var next = (Number(seen.GetProperty("founded").GetProperty("text")) + 1).ToString(CultureInfo.InvariantCulture);
        var payload = (await editors.DataAsync(
            "mutation ($input: UpdateAgencyInput!) { updateAgency(input: $input) { version errors { __typename } } }",
            new
            {
                input = new
                {
                    id = seen.GetProperty("id").GetString(), expectedVersion = seen.GetProperty("updatedVersion").GetInt64(), founded = next, description = new[] { new { language = "en", value = next } },
                },
            })).GetProperty("updateAgency");
        if (payload.GetProperty("errors").ValueKind == JsonValueKind.Null) written.Add(payload, ref written.Increments);
        else
        {
            Assert.Equal("StaleVersionError", Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("__typename").GetString());
            Interlocked.Increment(ref written.Stale);
        }
    }

    /// <summary>A client that does not wait for its answer and sends again.</summary>
    private static async Task SendTwiceAsync(GraphAnswers editors, string key, Written written)
    {
        var mutation = $"mutation {{ addTopic(input: {{ names: [{{ value: \"Topic {key}\" }}], idempotencyKey: \"{key}\" }}) {{ version topic {{ id }} errors {{ __typename }} }} }}";
        var answers = await Task.WhenAll(editors.DataAsync(mutation), editors.DataAsync(mutation));
        Assert.Equal(answers[0].ToString(), answers[1].ToString());
        written.Add(answers[0].GetProperty("addTopic"), ref written.Keys);
    }

    private static async Task RecordAsync(GraphAnswers editors, string key, Written written)
    {
        var payload = (await editors.DataAsync(
            $$"""
            mutation {
              recordMeeting(input: {
                title: [{ language: "en", value: "Meeting {{key}}" }]
                participants: [{ agency: { slug: "counter-0" }, role: HOST }, { agency: { slug: "counter-1" }, role: GUEST }]
                agreements: [{ title: [{ language: "en", value: "Agreement {{key}}" }], parties: [{ agency: { slug: "counter-0" } }, { agency: { slug: "counter-1" } }] }]
              }) { version errors { __typename } }
            }
            """)).GetProperty("recordMeeting");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        written.Add(payload, ref written.Meetings);
    }

    /// <summary>Asks what was written together in several statements: it fits together, and is of the one version that the answer names.</summary>
    private static async Task<long> ReadAsync(GraphAnswers strangers, int client, CancellationToken time)
    {
        long asked = 0, last = 0;
        for (; !time.IsCancellationRequested; asked++)
        {
            var answer = await strangers.AskAsync(
                $$"""
                {
                  graph { version }
                  agency(slug: "counter-{{client % Counters}}") { updatedVersion founded { text } description history(first: 1) { nodes { version } } }
                  meetings(last: 10, order: [{ createdVersion: ASC }]) { nodes { participations { totalCount nodes { role } } agreements { totalCount nodes { parties { agency { slug } } } } } }
                  newest: meetings(last: 1, order: [{ createdVersion: ASC }]) { nodes { createdVersion } }
                  {{(client == 0 ? "search(text: \"meeting\") { totalCount }" : "")}}
                }
                """);
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            var (data, version) = (answer.GetProperty("data"), answer.GetProperty("version").GetInt64());
            var agency = data.GetProperty("agency");
            Assert.Equal(agency.GetProperty("founded").GetProperty("text").GetString(), agency.GetProperty("description").GetString());
            Assert.InRange(agency.GetProperty("updatedVersion").GetInt64(), agency.GetProperty("history").GetProperty("nodes")[0].GetProperty("version").GetInt64(), version);
            Assert.Equal(version, data.GetProperty("graph").GetProperty("version").GetInt64());
            Assert.All(data.GetProperty("newest").GetProperty("nodes").EnumerateArray(), meeting => Assert.InRange(meeting.GetProperty("createdVersion").GetInt64(), 1, version));
            foreach (var meeting in data.GetProperty("meetings").GetProperty("nodes").EnumerateArray())
            {
                var participations = meeting.GetProperty("participations");
                Assert.Equal((2, 2), (participations.GetProperty("totalCount").GetInt32(), participations.GetProperty("nodes").GetArrayLength()));
                var agreement = Assert.Single(meeting.GetProperty("agreements").GetProperty("nodes").EnumerateArray());
                Assert.Equal(2, agreement.GetProperty("parties").GetArrayLength());
            }

            // Nobody's clock goes back.
            Assert.True(version >= last, $"Version {version} after {last}.");
            last = version;
        }

        return asked;
    }

    private static int Number(JsonElement text) => int.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static Task<long> VersionAsync(TestGraph graph) => graph.ReadAsync(context => context.GraphStates.Select(state => state.Version).SingleAsync());

    private sealed class Written
    {
        public int Increments;
        public int Keys;
        public int Meetings;
        public int Stale;

        public ConcurrentBag<long> Versions { get; } = [];

        public void Add(JsonElement payload, ref int count)
        {
            Versions.Add(payload.GetProperty("version").GetInt64());
            Interlocked.Increment(ref count);
        }
    }
}
