using GraphNews.Graph.Binding;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.Walk;

/// <summary>What the database does for the questions of the schema, on a graph of 100,000 participations.</summary>
public sealed class QueryPlanTests(LargeGraph large) : IClassFixture<LargeGraph>
{
    public static TheoryData<string> Edges { get; } = EdgeQuestions();

    [Fact]
    public Task The_Hammouchi_operation_scans_no_table_that_grows()
        => ScansNothingAsync(SavedOperation.Read("HammouchiMeetings").Replace("abdellatif-hammouchi", "the-official", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Edges))]
    public Task An_edge_of_one_parent_or_many_scans_no_table_that_grows(string question) => ScansNothingAsync(question);

    [Theory]
    [InlineData("{ post(slug: \"post-7\") { slug } node(id: \"T2ZmaWNpYWw6MQ\") { id } }")]
    [InlineData("{ officials(where: { slug: { eq: \"official-7\" } }) { totalCount nodes { slug } } }")]
    public Task A_key_is_searched_for(string question) => ScansNothingAsync(question);

    [Theory]
    [InlineData("{ meetings(first: 5, where: { participations: { some: { official: { slug: { eq: \"the-official\" } } } } }) { totalCount nodes { slug } } }")]
    [InlineData("{ meetings(first: 5, where: { participations: { some: { agency: { name: { eq: \"Agency 7\" } } } } }, order: [{ starts: ASC }]) { nodes { slug } } }")]
    [InlineData("{ officials(first: 5, where: { name: { in: [\"Official 7\", \"Official 8\"] } }) { totalCount nodes { slug } } }")]
    [InlineData("{ officials(first: 5, where: { meetings: { some: { slug: { eq: \"meeting-7\" } } } }) { nodes { slug } } }")]
    public Task A_condition_that_names_what_it_asks_for_starts_there(string question) => ScansNothingAsync(question);

    [Theory]
    [InlineData("{ officials(first: 3) { nodes { timeline { totalCount } history { totalCount } } } }")]
    [InlineData("{ agencies(first: 3) { nodes { timeline { totalCount } } } }")]
    [InlineData("{ posts(first: 3) { nodes { timeline { totalCount } } } }")]
    [InlineData("{ topics(first: 3) { nodes { timeline { totalCount } } } }")]
    [InlineData("{ occasions(first: 3) { nodes { timeline { totalCount } } } }")]
    [InlineData("{ articles(first: 3) { nodes { facts { totalCount } } } }")]
    [InlineData("{ changes(since: 0) { nodes { version } } }")]
    [InlineData("{ officials(first: 5, where: { name: { matches: \"Official 7\" } }) { totalCount nodes { slug } } }")]
    [InlineData("{ meetings(first: 5, where: { participations: { some: { official: { name: { matches: \"Official 7\" } } } } }) { totalCount nodes { slug } } }")]
    [InlineData("{ path(from: \"the-official\", to: \"official-77\") { length steps { citations { id } } } }")]
    public Task Timelines_facts_changes_names_and_chains_scan_no_table_that_grows(string question) => ScansNothingAsync(question);

    private static TheoryData<string> EdgeQuestions()
    {
        var questions = new TheoryData<string>();
        var binding = SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(SchemaFolder.Path)));
        foreach (var listing in binding.Query.Fields.OfType<ListingField>())
        {
            foreach (var edge in listing.Target.Fields.OfType<EdgeField>())
            {
                var below = edge.Connection is null ? "{ __typename }" : "(first: 2) { totalCount nodes { id } }";
                questions.Add($"{{ {listing.Name}(first: 1) {{ nodes {{ {edge.Name} {below} }} }} }}");
                questions.Add($"{{ {listing.Name}(first: 3) {{ nodes {{ {edge.Name} {below} }} }} }}");
            }
        }

        return questions;
    }

    private async Task ScansNothingAsync(string question)
    {
        var traced = new TracedStorage(large.Graph.Storage);
        using var answers = new GraphAnswers(traced);
        await answers.DataAsync(question);
        Assert.All(traced.Explained, explained => Assert.True(!explained.Scans().Any(), explained.ToString()));
        if (TestDatabase.Product != TestProduct.Sqlite) return;

        await using var connection = new SqliteConnection(large.Graph.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in traced.Take())
        {
            var plan = await QueryPlan.OfAsync(connection, statement);
            Assert.True(!plan.Scans().Any(), plan.ToString());
        }
    }
}
