using GraphNews.Tests.Storage;

namespace GraphNews.Tests.PostgreSql;

/// <summary>The storage suite on a live server.</summary>
public sealed class StorageSuiteTests(StorageSuite suite) : IClassFixture<StorageSuite>
{
    public static TheoryData<string> Names => [.. StorageSuite.Cases.Keys];

    [PostgreSqlTheory]
    [MemberData(nameof(Names))]
    public Task It_holds_on_PostgreSQL_as_on_SQLite(string test) => suite.RunAsync(test, TestProduct.PostgreSql);
}
