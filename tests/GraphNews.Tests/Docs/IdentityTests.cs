using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphNews.Graph.Duplicates;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Docs;

/// <summary>What the page on identity shows can be asked, and the weights that it lists are those that count.</summary>
public sealed partial class IdentityTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SchemaFolder.Path, "..", "docs", "identity.md"));

    [Fact]
    public async Task The_question_of_the_page_is_answered()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();

        var data = await graph.Answers.DataAsync(Assert.Single(Block().Matches(Page)).Groups["document"].Value);

        Assert.Equal(0, data.GetProperty("duplicateCandidates").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public void The_page_lists_each_weight()
    {
        var weights = typeof(DuplicateWeights).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.Name != nameof(DuplicateWeights.Least))
            .Select(field => Convert.ToDouble(field.GetRawConstantValue(), CultureInfo.InvariantCulture));

        var listed = Weight().Matches(Page).Select(match => double.Parse(match.Groups["weight"].Value, CultureInfo.InvariantCulture));

        Assert.Equal(weights.Order(), listed.Order());
    }

    [GeneratedRegex("```graphql\n(?<document>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| [a-z][^|]+ \| (?<weight>-?0\.[0-9]+)( times .*)? \|$", RegexOptions.Multiline)]
    private static partial Regex Weight();
}
