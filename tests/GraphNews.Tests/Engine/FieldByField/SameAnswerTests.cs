using System.Text;
using System.Text.Json;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Engine.FieldByField;

/// <summary>Answers are written from the walk's rows: byte for byte what the engine gives that resolves them field by field.</summary>
public sealed class SameAnswerTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private static readonly FieldByFieldExecuter Engine = new(GraphAnswers.Schema);

    private static readonly string[] Slugs = ["abdellatif-hammouchi", "dgsn", "no-such-slug", "spain"];

    public static TheoryData<string> SavedOperations
        => [.. Directory.GetFiles(Path.Combine(SchemaFolder.Path, "operations"), "*.graphql").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "SearchHammouchi")];

    [Theory]
    [MemberData(nameof(SavedOperations))]
    public async Task A_saved_operation_is_answered_alike(string name)
        => await CompareAsync(await File.ReadAllTextAsync(Path.Combine(SchemaFolder.Path, "operations", $"{name}.graphql")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_query_is_answered_alike(int seed)
    {
        var random = new Random(seed);
        var errors = 0;
        for (var i = 0; i < 40; i++) errors += await CompareAsync(new RandomDocument(random, GraphAnswers.Schema.Document, Slugs).Write());

        // Else nothing was seen of how nulls spread.
        Assert.True(errors > 0, "No query had an error.");
    }

    [Theory]
    [InlineData("{ a: official(slug: \"abdellatif-hammouchi\") { meetings(first: 1000) { totalCount } } b: __typename graph { version } }")]
    [InlineData("{ meetings(first: 3) { nodes { slug participations(first: 1, last: 1) { nodes { role } } } } }")]
    [InlineData("{ official(slug: \"a\", id: \"b\") { slug } node(id: \"x\") { id } }")]
    [InlineData("{ t: __type(name: \"Official\") { name fields { name } } s: __schema { queryType { name } } graph { version } }")]
    public async Task Errors_and_questions_about_the_schema_are_answered_alike(string query) => await CompareAsync(query);

    /// <summary>Gives the number of errors.</summary>
    private async Task<int> CompareAsync(string query)
    {
        var (data, errors) = await Engine.AskAsync(query, sample.Answers.Operations, Caller.Anonymous);
        var response = await sample.Answers.RespondAsync(new GraphRequest { Query = query });

        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer)) response.WriteData!(writer);
        Assert.True(data == Encoding.UTF8.GetString(buffer.ToArray()), $"Not the same data of {query}\n{data}\n{Encoding.UTF8.GetString(buffer.ToArray())}");
        Assert.Equal(errors, response.Errors.Select(error => $"{error.Code} at {string.Join('/', error.Path!)}, {error.Locations[0]}").Order(StringComparer.Ordinal));
        return errors.Count;
    }
}
