using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphNews.Limit;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.PostgreSql;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Benchmarks;

/// <summary>What GraphNews is measured against answers the very same; else the figures would compare nothing.</summary>
public sealed class LimitTests
{
    private static readonly (string Path, string Operation)[] Questions =
    [
        ("/hammouchi-meetings", SavedOperation.Read("HammouchiMeetings")
            .Replace("abdellatif-hammouchi", "the-official", StringComparison.Ordinal)
            .Replace("meetings(first: 20", "meetings(first: 50", StringComparison.Ordinal)),
        ("/officials", Read("OfficialsPage")),
        ("/counterparts", Read("CounterpartsOfOne")),
    ];

    [Fact]
    public Task The_limit_of_the_benchmarks_answers_what_GraphNews_answers() => CompareAsync(TestProduct.Sqlite);

    [PostgreSqlFact]
    public Task It_does_so_on_PostgreSQL() => CompareAsync(TestProduct.PostgreSql);

    private static async Task CompareAsync(TestProduct product)
    {
        TestDatabase.Product = product;
        await using var graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 400, meetingsOfTheOfficial: 50).WriteToAsync(graph.Storage);
        using var answers = new GraphAnswers(graph.Storage);
        await using var limit = await LimitServer.BuildAsync(product.ToString(), graph.ConnectionString, ["--Urls=http://127.0.0.1:0"]);
        await limit.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(limit.Urls.First()) };

        foreach (var (path, operation) in Questions)
        {
            var response = await client.PostAsJsonAsync(path, new { });
            var limited = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            var asked = JsonNode.Parse(JsonSerializer.Serialize(await answers.DataAsync(operation)));
            Assert.True(JsonNode.DeepEquals(asked, limited["data"]), $"{path} gives {limited["data"]}, and GraphNews {asked}");
        }
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "benchmarks", "operations", $"{name}.graphql"));
}
