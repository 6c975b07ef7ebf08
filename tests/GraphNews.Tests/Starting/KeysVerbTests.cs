using System.CommandLine;
using GraphNews.Server.Verbs;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The verb <c>keys</c> of the real executable.</summary>
public sealed class KeysVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_made_shown_once_listed_without_its_secret_and_revoked()
    {
        var added = await RunAsync("add", "importer", "--role", "editor", "--expires", "90d");
        Assert.Equal(0, added.Code);
        Assert.Matches(@"\Agn_[0-9a-f]{16}_[0-9a-f]{64}\s*\z", added.Output);
        var (id, secret) = (added.Output[3..19], added.Output.Trim()[^64..]);

        var listed = await RunAsync("list");
        Assert.Equal(0, listed.Code);
        Assert.Matches($@"(?m)^{id} +importer +editor +\d{{4}}-\d\d-\d\d \d\d:\d\d +\d{{4}}-\d\d-\d\d \d\d:\d\d +- +-\r?$", listed.Output);
        Assert.DoesNotContain(secret, listed.Output, StringComparison.Ordinal);

        var revoked = await RunAsync("revoke", id);
        Assert.Equal(0, revoked.Code);
        Assert.StartsWith($"The key {id} of importer is revoked since ", revoked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_an_id_that_no_key_has_get_an_exit_code_of_their_own()
    {
        await RunAsync("add", "importer", "--role", "editor");

        var again = await RunAsync("add", "importer", "--role", "admin");
        Assert.Equal((7, ""), (again.Code, again.Output));
        Assert.Contains("There is a key with the name importer.", again.Error, StringComparison.Ordinal);

        var unknown = await RunAsync("revoke", "0123456789abcdef");
        Assert.Equal((7, ""), (unknown.Code, unknown.Output));
    }

    [Theory]
    [InlineData("add", "importer")]
    [InlineData("add", "importer", "--role", "owner")]
    [InlineData("add", "importer", "--role", "editor", "--expires", "soon")]
    [InlineData("add", "importer", "--role", "editor", "--expires", "0d")]
    [InlineData("add", "importer", "--role", "editor", "--expires", "2027-02-30")]
    public void A_command_line_that_says_no_role_or_no_day_is_wrong(params string[] arguments)
        => Assert.NotEmpty(new RootCommand { KeysVerb.Create() }.Parse(["keys", .. arguments]).Errors);

    [Fact]
    public async Task A_command_line_that_is_wrong_makes_no_key()
    {
        var exit = await RunAsync("add", "importer", "--role", "editor", "--expires", "0d");

        Assert.Equal(1, exit.Code);
        Assert.DoesNotContain("gn_", exit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_shows_examples()
    {
        var exit = await ServerProcess.RunAsync(["keys", "add", "--help"]);

        Assert.Equal(0, exit.Code);
        Assert.Contains("GraphNews.Server keys add importer --role editor", exit.Output, StringComparison.Ordinal);
        Assert.Contains("--expires", exit.Output, StringComparison.Ordinal);
    }

    private Task<ServerExit> RunAsync(params string[] arguments) => ServerProcess.RunAsync(["keys", .. arguments], database: _folder.File("graph.db"));
}
