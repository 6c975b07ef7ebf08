using System.Security.Cryptography;
using GraphNews.Graph.Errors;
using GraphNews.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Storage;

public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_file_becomes_an_empty_graph_at_version_0()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);

        using var storage = new SqliteGraphStorage($"Data Source={path}");
        await using var snapshot = await storage.BeginReadAsync(default);
        var state = await snapshot.Context.GraphStates.SingleAsync();
        Assert.Equal((0, 1), (state.Version, state.NextNodeId));
        Assert.Equal(0, await snapshot.Context.Nodes.CountAsync());
    }

    [Fact]
    public async Task The_file_is_marked_as_ours_and_lets_readers_and_a_writer_work_together()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);

        Assert.Equal(0x474E4557L, await AskAsync(path, "PRAGMA application_id"));
        Assert.Equal(1L, await AskAsync(path, "PRAGMA user_version"));
        Assert.Equal("wal", await AskAsync(path, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);
        var before = Hash(path);
        await OpenAsync(path);

        Assert.Equal(before, Hash(path));
    }

    [Fact]
    public async Task Servers_that_start_together_create_one_graph()
    {
        var path = _folder.File("graph.db");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync(path))));

        Assert.Equal(1L, await AskAsync(path, "SELECT COUNT(*) FROM \"Graph\""));
    }

    [Fact]
    public async Task A_relative_data_source_counts_from_the_current_directory()
    {
        using var storage = new SqliteGraphStorage("Data Source=somewhere/graph.db");
        var error = await Assert.ThrowsAsync<GraphStartupException>(() => storage.OpenAsync(default));

        Assert.Contains($"The folder {Path.Combine(Directory.GetCurrentDirectory(), "somewhere")} does not exist.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=")]
    [InlineData("Server=localhost")]
    public void A_connection_string_that_names_no_file_is_refused(string connectionString)
    {
        var error = Assert.Throws<GraphStartupException>(() => new SqliteGraphStorage(connectionString));
        Assert.Contains("Data Source=graphnews.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_database()
    {
        var error = await RefusedAsync(_folder.Path);
        Assert.Contains("is a folder", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dear reader, this is a diary and no database. ")]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is(string text)
    {
        var path = _folder.File("diary.txt");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat(text, 10)));

        Assert.Contains("is not a SQLite database", await RefusedUntouchedAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_applications_database_is_refused_and_left_as_it_is()
    {
        var path = _folder.File("music.db");
        await AskAsync(path, "CREATE TABLE Albums (Id INTEGER PRIMARY KEY); SELECT 1");

        Assert.Contains("another application", await RefusedUntouchedAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_format_is_refused_and_left_as_it_is()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);
        await AskAsync(path, "PRAGMA user_version = 2; SELECT 1");

        Assert.Contains("newer version of GraphNews", await RefusedUntouchedAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_with_a_migration_that_is_not_known_yet_is_refused_and_left_as_it_is()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);
        await AskAsync(path, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0'); SELECT 1");

        Assert.Contains("newer version of GraphNews", await RefusedUntouchedAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_left_as_it_is()
    {
        var path = _folder.File("graph.db");
        await OpenAsync(path);
        var bytes = await File.ReadAllBytesAsync(path);
        RandomNumberGenerator.Fill(bytes.AsSpan(100, bytes.Length - 100));
        await File.WriteAllBytesAsync(path, bytes);

        Assert.Contains("is damaged", await RefusedUntouchedAsync(path), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedUntouchedAsync(string path)
    {
        var before = Hash(path);
        var message = await RefusedAsync(path);
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Equal(before, Hash(path));
        return message;
    }

    private static async Task<string> RefusedAsync(string path)
        => (await Assert.ThrowsAsync<GraphStartupException>(() => OpenAsync(path))).Message;

    private static async Task OpenAsync(string path)
    {
        using var storage = new SqliteGraphStorage($"Data Source={path}");
        await storage.OpenAsync(default);
    }

    private static async Task<object?> AskAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
