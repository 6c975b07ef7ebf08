using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Docs;

/// <summary>What the page on writing shows can be written: all of it, in its order, on the sample.</summary>
public sealed partial class WritingTests
{
    [Fact]
    public async Task What_the_page_shows_works_in_its_order()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(SchemaFolder.Path, "..", "docs", "writing.md"));
        var agency = await graph.IdAsync("agency", "germany-bundespolizei");
        var blocks = Block().Matches(page);
        Assert.Equal(7, blocks.Count);
        foreach (Match block in blocks)
        {
            var data = await graph.Answers.DataAsync(block.Groups["document"].Value.Replace("QWdlbmN5OjE", agency, StringComparison.Ordinal));
            var answer = Assert.Single(data.EnumerateObject()).Value;
            Assert.NotEqual(JsonValueKind.Null, answer.ValueKind);
            if (!answer.TryGetProperty("errors", out var errors)) continue;
            var codes = errors.ValueKind == JsonValueKind.Null ? [] : errors.EnumerateArray().Select(error => error.GetProperty("code").GetString()).ToList();
            Assert.Equal(block.Groups["code"].Success ? [block.Groups["code"].Value] : [], codes);
            if (codes.Count > 0) Assert.NotEmpty(errors[0].GetProperty("candidates").EnumerateArray());
        }
    }

    [GeneratedRegex("(answered with `(?<code>[A-Z_]+)`[^\n]*\n\n)?```graphql\n(?<document>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
