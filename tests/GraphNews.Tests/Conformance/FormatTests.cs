using System.Text.Json;
using GraphNews.Graph.Exports;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Conformance;

/// <summary>Exports as the models, schemas and libraries of others read them.</summary>
public sealed class FormatTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private TestGraph _graph = null!;

    public async Task InitializeAsync() => _graph = await TestGraph.CreateWithSampleAsync();

    public async Task DisposeAsync() => await _graph.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [NodeFact]
    public async Task FollowTheMoney_entities_fit_the_published_model()
    {
        var exported = await Exported.WriteAsync(_graph.Storage, ForeignFormat.FollowTheMoney, publishesText: true);
        var read = await ReadAsync("followthemoney.mjs", exported, "graph.ftm.json");

        Assert.Equal("[]", read.GetProperty("problems").GetRawText());
        Assert.Equal(
            """{"Article":4,"Address":3,"PublicBody":7,"Mention":32,"Membership":1,"Position":7,"Person":4,"Event":5,"Occupancy":5}""",
            read.GetProperty("counts").GetRawText());

        // The model does tell what it has not.
        await File.WriteAllLinesAsync(
            _folder.File("wrong.json"),
            ["""{"id":"a","schema":"Person","properties":{"name":["A"],"birthDate":["[..2012]"],"rank":["x"],"country":["xx"]}}""", """{"id":"b","schema":"Occupancy","properties":{"holder":["a"],"post":["a"]}}"""]);
        Assert.Equal(4, (await ConformanceRun.RunAsync("followthemoney.mjs", _folder.File("wrong.json"))).Single().GetProperty("problemCount").GetInt32());
    }

    [NodeFact]
    public async Task Popolo_fits_its_schemas()
    {
        var exported = await Exported.WriteAsync(_graph.Storage, ForeignFormat.Popolo);
        var read = await ReadAsync("popolo.mjs", exported, "graph.json");

        Assert.Equal("[]", read.GetProperty("problems").GetRawText());
        Assert.Equal("""{"persons":4,"organizations":7,"posts":7,"memberships":5,"areas":3,"events":5}""", read.GetProperty("counts").GetRawText());

        // The specification has both; the package is older.
        Assert.Equal("""["organization.area","post.other_label"]""", read.GetProperty("unknown").GetRawText());

        await File.WriteAllTextAsync(
            _folder.File("wrong.json"),
            """
            {
              "persons": [{ "id": "a", "birth_date": "1960-1" }], "organizations": [], "posts": [], "memberships": [{ "id": "m", "person_id": "b" }],
              "areas": [{ "id": "p", "parent_id": "q" }], "events": [{ "id": "e", "start_date": "soon", "identifiers": [{ "scheme": "x" }], "sources": [{ "note": "n" }] }]
            }
            """);
        Assert.Equal(7, (await ConformanceRun.RunAsync("popolo.mjs", _folder.File("wrong.json"))).Single().GetProperty("problemCount").GetInt32());
    }

    [NodeTheory]
    [InlineData(ForeignFormat.GraphMl, "graph.graphml")]
    [InlineData(ForeignFormat.Gexf, "graph.gexf")]
    public async Task Networks_are_read_by_graphology(ForeignFormat format, string file)
    {
        var exported = await Exported.WriteAsync(_graph.Storage, format);
        var read = await ReadAsync("networks.mjs", exported, file, "abdellatif-hammouchi", "spain-policia-nacional");

        Assert.Equal((11, 17, 0, 22), (Number("nodes"), Number("edges"), Number("directed"), Number("weight")));
        Assert.Equal("""{"official":4,"agency":7}""", read.GetProperty("kinds").GetRawText());
        Assert.Equal("General Directorate of National Security", read.GetProperty("labels").GetProperty("morocco-dgsn").GetString());

        // The visit and three meetings inside it.
        var edge = read.GetProperty("edge");
        Assert.Equal("2025-01-28", edge.GetProperty("first").GetString());
        Assert.Equal("[2025-01-28..2025-01-29]", edge.GetProperty("last").GetString());

        int Number(string property) => read.GetProperty(property).GetInt32();
    }

    [GraphSchemaFact]
    public async Task Networks_fit_the_schemas_of_GraphML_and_GEXF()
    {
        foreach (var format in new[] { ForeignFormat.GraphMl, ForeignFormat.Gexf })
        {
            var exported = await Exported.WriteAsync(_graph.Storage, format);
            Assert.Empty(GraphSchemas.Problems(exported[""]));
            Assert.NotEmpty(GraphSchemas.Problems(exported[""].Replace("source=", "from=", StringComparison.Ordinal)));
        }
    }

    private async Task<JsonElement> ReadAsync(string script, Exported exported, string file, params string[] arguments)
    {
        await File.WriteAllBytesAsync(_folder.File(file), exported.Bytes());
        return Assert.Single(await ConformanceRun.RunAsync(script, [_folder.File(file), .. arguments]));
    }
}
