using GraphNews.Graph.Errors;
using GraphNews.Graph.Officials;
using GraphNews.Storage.SqlServer;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.SqlServer;

public sealed class OpeningTests
{
    [Theory]
    [InlineData("Server=localhost")]
    [InlineData("Database=GraphNews")]
    [InlineData("Data Source=graphnews.db")]
    [InlineData("Srever=localhost")]
    [InlineData("")]
    public void A_connection_string_that_names_no_server_and_database_is_refused(string connectionString)
        => Assert.Contains("Server=localhost;Database=GraphNews", Assert.Throws<GraphStartupException>(() => new SqlServerGraphStorage(connectionString)).Message, StringComparison.Ordinal);

    [Fact]
    public void SQL_Servers_own_databases_are_refused()
        => Assert.Contains("SQL Server itself", Assert.Throws<GraphStartupException>(() => new SqlServerGraphStorage("Server=localhost;Database=Master")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_what_to_do()
    {
        using var storage = new SqlServerGraphStorage("Server=tcp:127.0.0.1,1;Database=GraphNews;User Id=sa;Password=x;Connect Timeout=2;ConnectRetryCount=0");
        var error = await Assert.ThrowsAsync<GraphStartupException>(() => storage.OpenAsync(default));

        Assert.StartsWith("tcp:127.0.0.1,1 cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", error.Message, StringComparison.Ordinal);
    }

    [SqlServerFact]
    public async Task A_missing_database_is_created_with_ordinal_text_and_snapshots()
    {
        await using var database = SqlServerTestDatabase.Named();
        await database.Storage.OpenAsync(default);

        Assert.Equal(SqlServerDatabase.Collation, await database.AskAsync("SELECT DATABASEPROPERTYEX(DB_NAME(), 'Collation')"));
        Assert.Equal("ON", await database.AskAsync("SELECT snapshot_isolation_state_desc FROM sys.databases WHERE database_id = DB_ID()"));
        Assert.Equal(1, await database.AskAsync("SELECT COUNT(*) FROM [Graph]"));
        Assert.Equal(SqlServerOpening.Format, await database.AskAsync($"SELECT CONVERT(int, value) FROM sys.extended_properties WHERE class = 0 AND name = '{SqlServerOpening.Mark}'"));
    }

    [SqlServerFact]
    public async Task An_empty_database_of_another_collation_becomes_a_graph_whose_text_is_ordinal()
    {
        await using var database = SqlServerTestDatabase.Named();
        await database.AskAsync($"CREATE DATABASE [{database.Name}] COLLATE Arabic_CI_AI", inMaster: true);
        await database.Storage.OpenAsync(default);

        Assert.Equal(0, await database.AskAsync($"SELECT COUNT(*) FROM sys.columns c JOIN sys.tables t ON t.object_id = c.object_id WHERE c.collation_name <> '{SqlServerDatabase.Collation}' AND t.name NOT LIKE '[_][_]%'"));
    }

    [SqlServerFact]
    public async Task Opening_again_changes_nothing_and_servers_that_start_together_create_one_graph()
    {
        await using var database = SqlServerTestDatabase.Named();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Storage.OpenAsync(default))));
        await database.Storage.OpenAsync(default);

        Assert.Equal(1, await database.AskAsync("SELECT COUNT(*) FROM [__EFMigrationsHistory]"));
        Assert.Equal(1, await database.AskAsync("SELECT COUNT(*) FROM [Graph]"));
    }

    [SqlServerTheory]
    [InlineData("CREATE TABLE Albums (Id int PRIMARY KEY)", "another application")]
    [InlineData("EXEC sys.sp_addextendedproperty @name = N'GraphNews.Format', @value = 2", "newer version of GraphNews")]
    public async Task A_database_that_is_not_ours_or_of_a_newer_format_is_refused(string statement, string said)
    {
        await using var database = SqlServerTestDatabase.Named();
        await database.AskAsync($"CREATE DATABASE [{database.Name}]", inMaster: true);
        await database.AskAsync(statement);

        var error = await Assert.ThrowsAsync<GraphStartupException>(() => database.Storage.OpenAsync(default));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await database.AskAsync("SELECT COUNT(*) FROM sys.tables WHERE name = 'Nodes'"));
    }

    [SqlServerFact]
    public async Task A_database_with_a_migration_that_is_not_known_yet_is_refused()
    {
        await using var database = SqlServerTestDatabase.Named();
        await database.Storage.OpenAsync(default);
        await database.AskAsync("INSERT INTO [__EFMigrationsHistory] VALUES ('29990101000000_Later', '99.0.0')");

        var error = await Assert.ThrowsAsync<GraphStartupException>(() => database.Storage.OpenAsync(default));

        Assert.Contains("newer version of GraphNews", error.Message, StringComparison.Ordinal);
    }

    [SqlServerFact]
    public async Task Arabic_and_Latin_text_sorts_by_code_units()
    {
        TestDatabase.Product = TestProduct.SqlServer;
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            foreach (var text in TextOrderTests.Samples) edit.Add(new Official { Slug = $"official-{Array.IndexOf(TextOrderTests.Samples, text)}" });
        });
        await graph.WriteAsync(async edit =>
        {
            foreach (var official in await edit.Context.Officials.ToListAsync())
                edit.Context.Entry(official).Property(row => row.SortName).CurrentValue = TextOrderTests.Samples[int.Parse(official.Slug.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)];
        });

        var sorted = await graph.ReadAsync(context => context.Officials.OrderBy(official => official.SortName).Select(official => official.SortName).ToListAsync());

        Assert.Equal(TextOrderTests.Samples.Order(StringComparer.Ordinal), sorted);
    }
}
