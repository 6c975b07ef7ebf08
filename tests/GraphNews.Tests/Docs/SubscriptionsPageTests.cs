using System.Text.RegularExpressions;
using GraphNews.Graph.Changes;
using GraphNews.Server.Transports.Sockets;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Subscriptions;

namespace GraphNews.Tests.Docs;

/// <summary>What docs/subscriptions.md says is so.</summary>
public sealed partial class SubscriptionsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SchemaFolder.Path, "..", "docs", "subscriptions.md"));

    [Fact]
    public void Every_close_code_is_explained_and_no_other_is()
        => Assert.Equal(
            Enum.GetValues<CloseCode>().Select(code => (int)code).Order(),
            CodeRow().Matches(Page).Select(row => int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Order());

    [Fact]
    public async Task Every_subscription_that_is_shown_can_be_followed()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        using var answers = new GraphAnswers(graph.Storage, changes: new ChangeOptions { PollInterval = TimeSpan.FromHours(1) });
        var shown = Block().Matches(Page).Select(block => block.Groups[1].Value).ToList();

        Assert.True(shown.Count >= 4);
        foreach (var query in shown)
        {
            var before = answers.Feed.Followers;
            await using var subscriber = await Subscriber.StartAsync(answers, query, new { since = 1 });
            Assert.True(answers.Feed.Followers > before, query);
        }
    }

    [GeneratedRegex(@"^\| ([0-9]{4}) \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
