using GraphNews.Server.Verbs;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The verbs <c>import</c> and <c>export</c> of the real executable.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private const string Header = """{"format":"graphnews-bundle","version":1}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bundle_goes_in_and_comes_out_and_goes_in_elsewhere()
    {
        var (first, second) = (_folder.File("first.jsonl"), _folder.File("second.jsonl"));
        var sample = Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl");

        var import = await ServerProcess.RunAsync(["import", sample], database: _folder.File("one.db"));
        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("80 created, 0 updated", import.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await ServerProcess.RunAsync(["export", first], database: _folder.File("one.db"))).Code);
        Assert.Equal(0, (await ServerProcess.RunAsync(["import", first], database: _folder.File("two.db"))).Code);
        Assert.Equal(0, (await ServerProcess.RunAsync(["export", second], database: _folder.File("two.db"))).Code);
        Assert.Equal(await File.ReadAllTextAsync(first), await File.ReadAllTextAsync(second));
    }

    [Fact]
    public async Task Rejects_are_told_with_their_lines_and_an_exit_code_of_their_own()
    {
        var bundle = _folder.File("bundle.jsonl");
        await File.WriteAllLinesAsync(bundle, [Header, """{"type":"Topic","slug":"fine"}""", """{"type":"Spy"}"""]);
        var report = _folder.File("report.jsonl");

        var exit = await ServerProcess.RunAsync(["import", bundle, "--report", report], database: _folder.File("graph.db"));

        Assert.Equal(5, exit.Code);
        Assert.Contains("1 created", exit.Output, StringComparison.Ordinal);
        Assert.Contains("line 3: ", exit.Output, StringComparison.Ordinal);
        Assert.Contains($"Mend them in {bundle}.rejects.jsonl", exit.Output, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"REJECTED\"", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_mapping_notices_stands_in_the_report()
    {
        await File.WriteAllTextAsync(_folder.File("rows.csv"), "id,born\n1,1950\n1,1951\n");
        await File.WriteAllTextAsync(_folder.File("mapping.yml"), """
            format: graphnews-mapping
            version: 1
            name: test
            sources:
              - file: rows.csv
                article: { slug: rows, title: Rows }
                group: "{id}"
                records:
                  - type: Official
                    key: person:{id}
                    fields: { birthDate: { column: born, date: yyyy } }
            """);
        var report = _folder.File("report.jsonl");

        var exit = await ServerProcess.RunAsync(["import", _folder.File("mapping.yml"), "--report", report], database: _folder.File("graph.db"));

        Assert.Equal((0, ""), (exit.Code, exit.Error));
        var notice = Assert.Single(await File.ReadAllLinesAsync(report), line => line.Contains("NOTICED", StringComparison.Ordinal));
        Assert.Contains("\"code\":\"ROWS_DISAGREE\",\"file\":\"rows.csv\",\"line\":3,\"column\":\"born\"", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes", 3_000_000, 13_000_000, "Reading: 3.0 MB of 13.0 MB, 0.5 MB a second, 20 s left")]
    [InlineData("records", 3_000_000, 13_000_000, "Reading: 3,000,000 of 13,000,000 records, 500,000 a second, 20 s left")]
    public void Progress_is_told_with_the_rate_and_the_time_left(string unit, long done, long total, string line)
        => Assert.Equal(line, ConsoleProgress.Line(new ConsoleProgress.Step("Reading", done, total, unit), before: 1_000_000, TimeSpan.FromSeconds(4)));

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var exit = await ServerProcess.RunAsync(["import", _folder.File("nowhere.jsonl")], database: _folder.File("graph.db"));

        Assert.Equal(6, exit.Code);
        Assert.Contains("nowhere.jsonl", exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_shows_examples()
    {
        var exit = await ServerProcess.RunAsync(["import", "--help"]);

        Assert.Equal(0, exit.Code);
        Assert.Contains("GraphNews.Server import --dry-run", exit.Output, StringComparison.Ordinal);
        Assert.Contains("--retract-missing", exit.Output, StringComparison.Ordinal);
    }
}
