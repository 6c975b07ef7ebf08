using GraphNews.Graph.Errors;
using GraphNews.Graph.Officials;
using GraphNews.Storage.PostgreSql;
using GraphNews.Tests.SqlServer;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.PostgreSql;

public sealed class OpeningTests
{
    [Theory]
    [InlineData("Host=localhost")]
    [InlineData("Database=graphnews")]
    [InlineData("Data Source=graphnews.db")]
    [InlineData("Hsot=localhost;Database=graphnews")]
    [InlineData("Host=localhost;Database=graphnews;Port=many")]
    [InlineData("")]
    public void A_connection_string_that_names_no_host_and_database_is_refused(string connectionString)
        => Assert.Contains("Host=localhost;Database=graphnews", Assert.Throws<GraphStartupException>(() => new PostgreSqlGraphStorage(connectionString)).Message, StringComparison.Ordinal);

    [Fact]
    public void PostgreSQLs_own_databases_are_refused()
        => Assert.Contains("PostgreSQL itself", Assert.Throws<GraphStartupException>(() => new PostgreSqlGraphStorage("Host=localhost;Database=template1")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_what_to_do()
    {
        using var storage = new PostgreSqlGraphStorage("Host=127.0.0.1;Port=1;Database=graphnews;Username=graphnews;Password=x");
        var error = await Assert.ThrowsAsync<GraphStartupException>(() => storage.OpenAsync(default));

        Assert.StartsWith("127.0.0.1:1 cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_wrong_password_is_told()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        using var storage = new PostgreSqlGraphStorage(database.ConnectionString.Replace("Password=graphnews-tests", "Password=wrong", StringComparison.Ordinal));

        Assert.Contains("refused the login", (await Assert.ThrowsAsync<GraphStartupException>(() => storage.OpenAsync(default))).Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_missing_database_is_created_with_ordinal_text_and_marked_as_ours()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await database.Storage.OpenAsync(default);

        Assert.Equal("C", await database.AskAsync("SELECT datcollate FROM pg_database WHERE datname = current_database()"));
        Assert.Equal(1L, await database.AskAsync("SELECT COUNT(*) FROM \"Graph\""));
        Assert.Equal($"{PostgreSqlOpening.Mark}{PostgreSqlOpening.Format}", await database.AskAsync("SELECT obj_description('\"Graph\"'::regclass, 'pg_class')"));
    }

    [PostgreSqlFact]
    public async Task An_empty_database_of_another_collation_becomes_a_graph_whose_text_is_ordinal()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await database.Cluster.AskAsync($"CREATE DATABASE \"{database.Name}\" LOCALE_PROVIDER icu ICU_LOCALE 'ar' TEMPLATE template0");
        await database.Storage.OpenAsync(default);

        Assert.Equal(0L, await database.AskAsync(
            "SELECT COUNT(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.attcollation NOT IN (0, 'pg_catalog.\"C\"'::regcollation) AND c.relname NOT LIKE '\\_\\_%'"));
    }

    [PostgreSqlFact]
    public async Task Opening_again_changes_nothing_and_servers_that_start_together_create_one_graph()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Storage.OpenAsync(default))));
        await database.Storage.OpenAsync(default);

        await using var context = database.Storage.CreateContext();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(1L, await database.AskAsync("SELECT COUNT(*) FROM \"Graph\""));
    }

    [PostgreSqlTheory]
    [InlineData("CREATE TABLE \"Albums\" (\"Id\" int PRIMARY KEY)", "another application")]
    [InlineData("CREATE TABLE \"Graph\" (\"Id\" int PRIMARY KEY)", "another application")]
    [InlineData("CREATE TABLE \"Graph\" (\"Id\" int PRIMARY KEY); COMMENT ON TABLE \"Graph\" IS 'GraphNews.Format=2'", "newer version of GraphNews")]
    public async Task A_database_that_is_not_ours_or_of_a_newer_format_is_refused(string statement, string said)
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await database.Cluster.AskAsync($"CREATE DATABASE \"{database.Name}\"");
        await database.AskAsync(statement);

        Assert.Contains(said, await RefusedAsync(database), StringComparison.Ordinal);
        Assert.Null(await database.AskAsync("SELECT 1 FROM pg_tables WHERE tablename = 'Nodes'"));
    }

    [PostgreSqlFact]
    public async Task A_database_with_a_migration_that_is_not_known_yet_is_refused()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await database.Storage.OpenAsync(default);
        await database.AskAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')");

        Assert.Contains("newer version of GraphNews", await RefusedAsync(database), StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_database_that_holds_other_bytes_than_UTF_8_is_refused()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        await database.Cluster.AskAsync($"CREATE DATABASE \"{database.Name}\" ENCODING 'LATIN1' TEMPLATE template0");

        Assert.Contains("holds text as LATIN1", await RefusedAsync(database), StringComparison.Ordinal);
    }

    [PostgreSqlTheory]
    [InlineData("", "may not create it")]
    [InlineData("CREATE DATABASE \"{0}\"", "does not let this login bring its tables up to date")]
    public async Task What_a_login_may_not_is_told_with_what_to_give_it(string before, string said)
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        var login = $"login-{Guid.NewGuid():N}";
        await database.Cluster.AskAsync($"CREATE ROLE \"{login}\" LOGIN PASSWORD '{{password}}'");
        if (before.Length > 0) await database.Cluster.AskAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, before, database.Name));

        using var storage = new PostgreSqlGraphStorage(database.Cluster.ConnectionString(database.Name, login));
        var error = await Assert.ThrowsAsync<GraphStartupException>(() => storage.OpenAsync(default));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task A_login_that_owns_an_empty_database_needs_no_more()
    {
        await using var database = await PostgreSqlTestDatabase.NamedAsync();
        var login = $"login-{Guid.NewGuid():N}";
        await database.Cluster.AskAsync($"CREATE ROLE \"{login}\" LOGIN PASSWORD '{{password}}'");
        await database.Cluster.AskAsync($"CREATE DATABASE \"{database.Name}\" OWNER \"{login}\"");

        using var storage = new PostgreSqlGraphStorage(database.Cluster.ConnectionString(database.Name, login));
        await storage.OpenAsync(default);

        await using var context = storage.CreateContext();
        Assert.Equal(0, await context.GraphStates.Select(graph => graph.Version).SingleAsync());
    }

    [PostgreSqlFact]
    public async Task Arabic_Latin_and_astral_text_sorts_as_on_SQLite()
    {
        string[] samples = [.. TextOrderTests.Samples, "\U0001F600", "\uFEFB"];
        var sorted = new List<IReadOnlyList<string>>();
        foreach (var product in new[] { TestProduct.Sqlite, TestProduct.PostgreSql })
        {
            TestDatabase.Product = product;
            await using var graph = await TestGraph.CreateAsync();
            await graph.WriteAsync(edit =>
            {
                foreach (var text in samples) edit.Add(new Official { Slug = $"official-{Array.IndexOf(samples, text)}" });
            });
            await graph.WriteAsync(async edit =>
            {
                foreach (var official in await edit.Context.Officials.ToListAsync())
                    edit.Context.Entry(official).Property(row => row.SortName).CurrentValue = samples[int.Parse(official.Slug.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture)];
            });
            sorted.Add(await graph.ReadAsync(context => context.Officials.OrderBy(official => official.SortName).Select(official => official.SortName).ToListAsync()));
        }

        Assert.Equal(sorted[0], sorted[1]);
    }

    private static async Task<string> RefusedAsync(PostgreSqlTestDatabase database)
        => (await Assert.ThrowsAsync<GraphStartupException>(() => database.Storage.OpenAsync(default))).Message;
}
