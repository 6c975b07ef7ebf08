using System.Globalization;
using System.Text.RegularExpressions;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Tests.Limits;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Docs;

/// <summary>The pages on limits and saved operations say what the server does.</summary>
public sealed partial class LimitsPageTests
{
    private static readonly string Limits = Read("limits.md");

    [Fact]
    public void Every_limit_is_on_the_page_with_its_default()
    {
        var defaults = typeof(LimitsSettings).GetProperties()
            .Where(property => property.Name != nameof(LimitsSettings.FieldSuggestions))
            .Select(property => (property.Name, Default: Convert.ToString(property.GetValue(new LimitsSettings()), CultureInfo.InvariantCulture)!));
        var told = Row().Matches(Limits).Select(row => (row.Groups[1].Value, row.Groups[2].Value));

        Assert.Equal(defaults.Order(), told.Order());
    }

    [Theory]
    [InlineData("limits.md")]
    [InlineData("saved-operations.md")]
    public void Every_code_on_the_page_is_one_of_an_answer(string page)
    {
        var known = typeof(ErrorCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet();

        Assert.All(Code().Matches(Read(page)), code => Assert.Contains(code.Groups[1].Value, known));
    }

    [Fact]
    public void The_cost_that_is_told_is_that_of_the_question()
        => Assert.Equal(new OperationCost(111, 602), Documents.CostOf(Regex.Match(Limits, "\"query\": \"(.*?)\" }'").Groups[1].Value));

    private static string Read(string page) => File.ReadAllText(Path.Combine(SchemaFolder.Path, "..", "docs", page));

    [GeneratedRegex(@"^\| `([A-Za-z]+)` \| (\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z]+_[A-Z_]+)`")]
    private static partial Regex Code();
}
