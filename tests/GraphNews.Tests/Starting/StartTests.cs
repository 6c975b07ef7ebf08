using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GraphNews.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Starting;

/// <summary>The executable starts, or says why not in a sentence and ends with a code.</summary>
public sealed class StartTests
{
    private const int Done = 0;
    private const int WrongCommandLine = 1;
    private const int CannotStart = 2;

    [Fact]
    public async Task A_first_start_loads_the_sample_and_prints_a_question_that_it_answers()
    {
        await using var server = await ServerProcess.StartAsync();
        Assert.True(File.Exists(Path.Combine(server.Folder, "graphnews.db")), "The graph is kept in the folder where the server was started.");

        Assert.Contains("In a browser", server.Output, StringComparison.Ordinal);
        var question = Regex.Match(server.Output, @"curl (\S+) -H 'content-type: application/json' -d '(.*)'");
        using var client = new HttpClient();
        using var body = new StringContent(question.Groups[2].Value, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(new Uri(question.Groups[1].Value), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"errors\"", text, StringComparison.Ordinal);
        Assert.Contains("\"totalCount\":3", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_graph_that_somebody_has_written_to_is_left_as_it_is()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var version = await graph.WriteAsync(edit => edit.Add(new Graph.Topics.Topic { Slug = "own-topic" }));

        await using (await ServerProcess.StartAsync(graph))
        {
        }

        Assert.Equal(version, await graph.ReadAsync(context => context.GraphStates.Select(state => state.Version).SingleAsync()));
    }

    [Fact]
    public async Task The_sample_stays_away_where_the_settings_say_so()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();

        await using (await ServerProcess.StartAsync(graph, settings: "--Sample:Load=false"))
        {
        }

        Assert.Equal(0, await graph.ReadAsync(context => context.Officials.CountAsync()));
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_ends_with_code_0_and_without_a_complaint()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: ["serve", "--Sample:Load=false"]);

        var exit = await server.StopAsync();

        Assert.Equal((Done, ""), (exit.Code, exit.Error));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        using var folder = new TemporaryFolder();
        var untouched = folder.File("graph.db");

        var exit = await ServerProcess.RunAsync([$"--Urls={address}"], database: untouched);

        AssertRefused(exit, address, "already in use", "--Urls=");
        Assert.False(File.Exists(untouched), "The database was touched.");
    }

    [Fact]
    public async Task An_unknown_provider_is_told_which_ones_are_known()
        => AssertRefused(await ServerProcess.RunAsync(["--Database:Provider=Oracle"]), "\"Oracle\"", "Known: Sqlite");

    [Theory]
    [InlineData("--Limits:Depth=deep", "Limits:Depth")]
    [InlineData("--Limits:Depth=1", "Limits:Depth")]
    [InlineData("--Limits:Deepness=7", "Limits:Deepness")]
    [InlineData("--Limits:ExecutionTime=soon", "Limits:ExecutionTime")]
    [InlineData("--Sample:Load=perhaps", "Sample:Load")]
    [InlineData("--Languages:Default=;", "Languages:Default")]
    [InlineData("--ConnectionStrings:Graph=", "ConnectionStrings:Graph")]
    [InlineData("--Cors:Origins=https://news.example.org/", "https://news.example.org/")]
    [InlineData("--Cors:Origins=*, https://news.example.org", "Cors:Origins")]
    [InlineData("--Urls=nowhere", "nowhere")]
    public async Task A_setting_that_makes_no_sense_is_named(string setting, string named)
        => AssertRefused(await ServerProcess.RunAsync([setting]), named);

    [Theory]
    [InlineData("srve")]
    [InlineData("--Urls")]
    public async Task A_word_that_is_neither_verb_nor_setting_is_refused(string word)
    {
        var exit = await ServerProcess.RunAsync([word]);

        Assert.Equal(WrongCommandLine, exit.Code);
        Assert.Contains(word, exit.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("letter.db");
        await File.WriteAllTextAsync(file, "Dear reader, this is a letter.");

        var exit = await ServerProcess.RunAsync([], database: file);

        AssertRefused(exit, file, "is not a SQLite database", "ConnectionStrings:Graph");
        Assert.Equal("Dear reader, this is a letter.", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "newer version")]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')", "newer version")]
    [InlineData("PRAGMA application_id = 7", "another application")]
    public async Task A_database_that_is_newer_or_not_ours_is_refused_and_left_as_it_was(string sql, string said)
    {
        await using var graph = await TestGraph.CreateAsync();
        await using (var connection = new SqliteConnection($"{graph.ConnectionString};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
            command.CommandText = $"PRAGMA journal_mode = DELETE; {sql}";
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(graph.Path);

        AssertRefused(await ServerProcess.RunAsync([], database: graph.Path), graph.Path, said);
        Assert.Equal(before, await File.ReadAllBytesAsync(graph.Path));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named()
        => AssertRefused(await ServerProcess.RunAsync([], database: "/no/such/folder/graph.db"), "/no/such/folder", "does not exist");

    [Fact]
    public async Task A_broken_schema_file_is_named_with_its_line()
    {
        using var program = ProgramCopy.Create();
        await File.AppendAllTextAsync(Path.Combine(program.Path, "schema", "topics.graphql"), "\ntype Topic {\n");

        var exit = await ServerProcess.RunAsync([], program.Path);

        AssertRefused(exit, "topics.graphql:", Path.Combine(program.Path, "schema"));
    }

    [Fact]
    public async Task A_settings_file_that_does_not_parse_is_named()
    {
        using var program = ProgramCopy.Create();
        await File.WriteAllTextAsync(Path.Combine(program.Path, "appsettings.json"), "{ \"Urls\": ");

        AssertRefused(await ServerProcess.RunAsync([], program.Path), "appsettings.json");
    }

    private static void AssertRefused(ServerExit exit, params string[] said)
    {
        Assert.Equal(CannotStart, exit.Code);
        Assert.StartsWith("GraphNews cannot start. ", exit.Error, StringComparison.Ordinal);
        Assert.All(said, text => Assert.Contains(text, exit.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", exit.Error + exit.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", exit.Error + exit.Output, StringComparison.Ordinal);
    }
}
