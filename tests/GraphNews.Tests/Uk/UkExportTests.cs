using System.Text.Json;
using System.Xml.Linq;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Imports.FollowTheMoney;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Conformance;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Imports;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Uk;

/// <summary>The British graph in formats of others: nothing is missing, and the network is what the participations say.</summary>
[Collection(UkTests.Name)]
public sealed class UkExportTests(UkGraph uk)
{
    /// <summary>By itself the offices; in the long form the meetings with all organisations, too.</summary>
    private static readonly string? Where =
        Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") == "1" ? null : "{ agencies: { kind: { neq: UNKNOWN } }, meetings: { starts: { during: \"2012-05\" } } }";

    [UnitedKingdomFact]
    public async Task Every_minister_office_and_meeting_is_an_entity_of_FollowTheMoney()
    {
        var exported = await Exported.WriteAsync(uk.Graph.Storage, ForeignFormat.FollowTheMoney);
        var schemas = exported.Lines().Select(line => JsonElement.Parse(line).GetProperty("schema").GetString()!).CountBy(schema => schema).ToDictionary();

        Assert.Equal((1_149, 926, 3_667, 8_054), (schemas["Person"], schemas["Position"], schemas["Occupancy"], schemas["Event"]));
        Assert.Equal((69, 8_601, 60), (schemas["PublicBody"], schemas["Organization"], schemas["Succession"]));
        Assert.Equal(926, exported.LossOf("ranks of posts"));
    }

    [UnitedKingdomFact]
    public async Task Every_row_of_the_graph_is_a_row_of_a_table()
    {
        var tables = await Exported.WriteAsync(uk.Graph.Storage, ForeignFormat.Csv);
        Assert.Equal((46_208, 0), (tables.Report.Records, tables.Report.Losses.Count));
        Assert.Equal(23_674 + 1, tables.Lines("participations.csv").Count);
        Assert.Equal(await uk.Graph.ReadAsync(graph => graph.Citations.CountAsync(citation => citation.HiddenSince == null)) - await SharedCitationsAsync(), tables.Lines("citations.csv").Count - 1);
    }

    [UnitedKingdomFact]
    public async Task Weights_of_the_network_are_what_the_participations_say()
    {
        var exported = await Exported.WriteAsync(uk.Graph.Storage, ForeignFormat.Gexf);
        var document = XDocument.Parse(exported[""]);
        var gexf = document.Root!.Name.Namespace;
        var weights = document.Descendants(gexf + "edge").ToDictionary(
            edge => ((string)edge.Attribute("source")!, (string)edge.Attribute("target")!), edge => (int)edge.Attribute("weight")!);

        Assert.Equal(1_149 + 8_670, document.Descendants(gexf + "node").Count());
        Assert.Equal(await CountedAsync(), weights);
    }

    [UnitedKingdomFact]
    public async Task What_goes_out_as_FollowTheMoney_comes_in_the_same()
    {
        var written = await Exported.WriteAsync(uk.Graph.Storage, ForeignFormat.FollowTheMoney, Where);
        using var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(folder.File("test.ftm.json"), written.Lines());
        await using var other = await TestGraph.CreateWithCountriesAsync();

        var report = await new Importer(other.Writer).RunAsync(new FollowTheMoneySource(folder.File("test.ftm.json"), source: null), new ImportOptions(), default);

        Assert.Equal(0, report.Rejected);
        var back = await Exported.WriteAsync(other.Storage, ForeignFormat.FollowTheMoney);
        Assert.True(written.Report.Records > 5_000);
        Assert.Equal(EntitySet.Of(written.Lines()), EntitySet.Of(back.Lines().Where(line => !line.StartsWith("{\"id\":\"dataset-test\"", StringComparison.Ordinal))));
    }

    [UnitedKingdomNodeFact]
    public async Task The_models_and_schemas_of_others_find_nothing_wrong()
    {
        using var folder = new TemporaryFolder();
        foreach (var (format, script) in new[] { (ForeignFormat.FollowTheMoney, "followthemoney.mjs"), (ForeignFormat.Popolo, "popolo.mjs") })
        {
            var exported = await Exported.WriteAsync(uk.Graph.Storage, format, Where);
            await File.WriteAllBytesAsync(folder.File("exported.json"), exported.Bytes());
            var read = Assert.Single(await ConformanceRun.RunAsync(script, folder.File("exported.json")));

            Assert.Equal("[]", read.GetProperty("problems").GetRawText());
            Assert.True(read.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32()) > 5_000);
        }
    }

    /// <summary>The same by plain counting of all pairs of participations.</summary>
    private async Task<Dictionary<(string, string), int>> CountedAsync()
    {
        var rows = await uk.Graph.ReadAsync(graph => graph.Participations.Where(row => row.HiddenSince == null).Select(row => new { row.MeetingId, row.OfficialId, row.AgencyId }).ToListAsync());
        var met = new Dictionary<(string, string), HashSet<long>>();
        foreach (var meeting in rows.GroupBy(row => row.MeetingId))
        {
            foreach (var self in meeting)
            {
                foreach (var other in meeting)
                {
                    if (self.OfficialId < other.OfficialId) Met(Id("Official", self.OfficialId), Id("Official", other.OfficialId));
                    if (self.AgencyId < other.AgencyId) Met(Id("Agency", self.AgencyId), Id("Agency", other.AgencyId));
                    if (self.OfficialId is not null && other.AgencyId is not null && self.AgencyId != other.AgencyId) Met(Id("Official", self.OfficialId), Id("Agency", other.AgencyId));
                }
            }

            void Met(string from, string to)
            {
                if (!met.TryGetValue((from, to), out var meetings)) met.Add((from, to), meetings = []);
                meetings.Add(meeting.Key);
            }
        }

        return met.ToDictionary(pair => pair.Key, pair => pair.Value.Count);

        static string Id(string kind, long? id) => NodeId.Encode(kind, id!.Value);
    }

    /// <summary>Countries' names are reference data, and so is what they are cited from.</summary>
    private Task<int> SharedCitationsAsync()
        => uk.Graph.ReadAsync(graph => graph.Citations.CountAsync(citation => citation.Node.CreatedVersion == 1));
}
