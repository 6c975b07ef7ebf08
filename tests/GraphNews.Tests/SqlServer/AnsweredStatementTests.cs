using GraphNews.Graph.Officials;
using GraphNews.Tests.Changes;
using GraphNews.Tests.Exports;
using GraphNews.Tests.Identity;
using GraphNews.Tests.Imports;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Samples;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// What writes, imports and exports send to SQL Server, without one: the tests of each run with SQL Server's statements.
/// Each of those is checked as T-SQL, and then answered by SQLite.
/// </summary>
public sealed class AnsweredStatementTests(StorageSuite suite) : IClassFixture<StorageSuite>
{
    [Theory]
    [InlineData(typeof(GraphWriterTests))]
    [InlineData(typeof(SlugTests))]
    [InlineData(typeof(MergeTests))]
    [InlineData(typeof(RetractionTests))]
    [InlineData(typeof(SampleGraphTests))]
    [InlineData(typeof(ImportTests))]
    [InlineData(typeof(ImportRunTests))]
    [InlineData(typeof(SharedFactTests))]
    [InlineData(typeof(BadInputTests))]
    [InlineData(typeof(ExportTests))]
    [InlineData(typeof(NodeMutationTests))]
    [InlineData(typeof(CitationMutationTests))]
    [InlineData(typeof(MadridStoryTests))]
    [InlineData(typeof(JudgementTests))]
    public async Task It_holds_with_the_statements_that_SQL_Server_gets(Type tests)
    {
        var log = new StatementLog();
        foreach (var test in StorageSuite.Cases.Where(test => test.Value.Test.DeclaringType == tests && !NeedsTwoConnections(test.Value.Test.Name))) await suite.RunAsync(test.Key, log);

        StatementTests.AssertFits($"of {tests.Name}", log);
    }

    // One connection answers, so nothing runs side by side.
    private static bool NeedsTwoConnections(string test) => test == nameof(SampleGraphTests.Two_servers_that_start_together_load_it_once);

    [Fact]
    public async Task Many_new_rows_go_with_few_statements_of_a_few_sizes()
    {
        var log = new StatementLog();
        TestDatabase.Statements = log;
        await using var graph = await TestGraph.CreateAsync();

        await graph.WriteAsync(edit =>
        {
            for (var i = 0; i < 700; i++) edit.Add(new Official { Slug = $"official-{i}" });
        });

        Assert.Equal(700, await graph.ReadAsync(context => context.Officials.CountAsync()));
        var inserts = log.Statements.Where(statement => statement.Text.StartsWith("INSERT INTO [Officials]", StringComparison.Ordinal)).ToList();
        Assert.InRange(inserts.Count, 2, 9);
        Assert.InRange(inserts.Max(statement => statement.Parameters.Count), 500, 2100);
        Assert.Empty(StatementModel.Check(MigratedSchema.Current, inserts));
    }
}
