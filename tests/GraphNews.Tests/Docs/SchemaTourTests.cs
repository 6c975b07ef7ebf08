using System.Text.RegularExpressions;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Docs;

/// <summary>What the tour shows can be asked: every question in it is asked of the sample.</summary>
public sealed partial class SchemaTourTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private static readonly string Tour = File.ReadAllText(Path.Combine(SchemaFolder.Path, "..", "docs", "schema-tour.md"));

    public static TheoryData<string> Questions { get; } = [.. Blocks().Where(block => !IsWrong(block))];

    public static TheoryData<string> WrongQuestions { get; } = [.. Blocks().Where(IsWrong)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_of_the_tour_is_answered(string question)
    {
        var someone = await sample.Answers.DataAsync("{ official(slug: \"abdellatif-hammouchi\") { id } }");
        var ids = new[] { someone.GetProperty("official").GetProperty("id").GetString() };

        Assert.DoesNotMatch(":null}$", (await sample.Answers.DataAsync(question, new { ids })).ToString());
    }

    [Theory]
    [MemberData(nameof(WrongQuestions))]
    public async Task A_wrong_question_of_the_tour_gets_the_code_that_it_says(string question)
        => Assert.Equal([CodeOf(question)], await sample.Answers.CodesAsync(question));

    private static IEnumerable<string> Blocks() => GraphQLBlock().Matches(Tour).Select(match => match.Groups["question"].Value);

    private static bool IsWrong(string question) => CodeOf(question).Length > 0;

    /// <summary>The code that the sentence before a question says; empty if it says none.</summary>
    private static string CodeOf(string question)
        => GraphQLBlock().Matches(Tour).First(match => match.Groups["question"].Value == question).Groups["code"].Value;

    [GeneratedRegex("(answered with `(?<code>[A-Z_]+)`[^\n]*\n\n)?```graphql\n(?<question>.*?)```", RegexOptions.Singleline)]
    private static partial Regex GraphQLBlock();
}
