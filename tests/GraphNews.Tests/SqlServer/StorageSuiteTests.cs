using GraphNews.Tests.Storage;

namespace GraphNews.Tests.SqlServer;

/// <summary>The storage suite on a live server.</summary>
public sealed class StorageSuiteTests(StorageSuite suite) : IClassFixture<StorageSuite>
{
    public static TheoryData<string> Names => [.. StorageSuite.Cases.Keys];

    [SqlServerTheory]
    [MemberData(nameof(Names))]
    public Task It_holds_on_SQL_Server_as_on_SQLite(string test) => suite.RunAsync(test, TestProduct.SqlServer);

    [Fact]
    public async Task It_has_many_cases_and_one_of_each_class_without_fixtures_runs_without_a_server()
    {
        Assert.True(StorageSuite.Cases.Count > 60, $"There are {StorageSuite.Cases.Count} cases.");
        foreach (var ofClass in StorageSuite.Cases.GroupBy(test => test.Value.Test.DeclaringType!).Where(ofClass => ofClass.Key.GetConstructor([]) is not null)) await suite.RunAsync(ofClass.First().Key, TestProduct.Sqlite);
    }
}
