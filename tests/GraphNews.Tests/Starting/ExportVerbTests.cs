using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The verb <c>export</c> of the real executable, in formats of others.</summary>
public sealed class ExportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_what_fits_and_tells_what_has_no_place()
    {
        var database = _folder.File("graph.db");
        var sample = Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl");
        Assert.Equal(0, (await ServerProcess.RunAsync(["import", sample], database: database)).Code);

        var exit = await ServerProcess.RunAsync(["export", _folder.File("met.gexf"), "--format", "gexf", "--where", "{ officials: { slug: { eq: \"abdellatif-hammouchi\" } } }"], database: database);
        Assert.Equal(0, exit.Code);
        Assert.Contains("8 records, version 2", exit.Output, StringComparison.Ordinal);
        Assert.Contains("5 meetings, which are counted in weights", exit.Error, StringComparison.Ordinal);
        Assert.Contains("abdellatif-hammouchi", await File.ReadAllTextAsync(_folder.File("met.gexf")), StringComparison.Ordinal);

        Assert.Equal(0, (await ServerProcess.RunAsync(["export", _folder.File("tables"), "--format", "csv"], database: database)).Code);
        Assert.Equal(18, Directory.GetFiles(_folder.File("tables"), "*.csv").Length);

        var wrong = await ServerProcess.RunAsync(["export", _folder.File("wrong.gexf"), "--format", "gexf", "--where", "{ topics: {} }"], database: database);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("where has topics, which is none of the lists that this format writes", wrong.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("wrong.gexf")));
    }

    [Fact]
    public async Task FollowTheMoney_goes_out_and_comes_in()
    {
        var entities = _folder.File("entities.ftm.json");
        await File.WriteAllLinesAsync(entities, ["""{"id":"NK-1","schema":"Person","properties":{"name":["Amal"],"weight":["60"]}}""", """{"id":"NK-2","schema":"Vessel","properties":{}}"""]);
        var report = _folder.File("report.jsonl");

        var import = await ServerProcess.RunAsync(["import", "--source", "peps", "--report", report, entities], database: _folder.File("graph.db"));
        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("(source \"peps\"), version 2", import.Output, StringComparison.Ordinal);
        Assert.Contains("2 entities became", import.Output, StringComparison.Ordinal);
        Assert.Contains("1 times noticed: UNREAD_SCHEMA", import.Output, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"UNREAD_PROPERTY\"", await File.ReadAllTextAsync(report), StringComparison.Ordinal);

        var export = await ServerProcess.RunAsync(["export", "-", "--format", "followthemoney"], database: _folder.File("graph.db"));
        Assert.Equal(0, export.Code);
        Assert.Contains("{\"id\":\"amal\",\"schema\":\"Person\"", export.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A bundle is the whole graph", "graph.jsonl", "--where", "{}")]
    [InlineData("Argument 'gefx' not recognized", "graph.gexf", "--format", "gefx")]
    [InlineData("--bom goes with --format csv", "graph.json", "--format", "popolo", "--bom")]
    [InlineData("csv is a file for each kind", "-", "--format", "csv")]
    public async Task What_does_not_go_together_is_refused(string sentence, params string[] words)
    {
        var exit = await ServerProcess.RunAsync(["export", .. words], database: _folder.File("graph.db"));

        Assert.Equal(1, exit.Code);
        Assert.Contains(sentence, exit.Error, StringComparison.Ordinal);
    }
}
