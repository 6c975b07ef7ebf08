using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Mutations;
using GraphNews.Tests.Schema;

namespace GraphNews.Tests.Docs;

/// <summary>What the page on writing shows can be written: all of it, in its order, on the sample.</summary>
public sealed partial class WritingTests
{
    // The ids that the page shows, and whose they are.
    private static readonly (string Shown, string Kind, string Slug)[] Ids =
    [
        ("QWdlbmN5OjE", "agency", "germany-bundespolizei"), ("T2ZmaWNpYWw6MQ", "official", "amal-bennani"), ("T2ZmaWNpYWw6Mg", "official", "amal-benani"),
    ];

    [Fact]
    public async Task What_the_page_shows_works_in_its_order()
    {
        await using var graph = await MutationAnswers.OfSampleAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(SchemaFolder.Path, "..", "docs", "writing.md"));
        var blocks = Block().Matches(page);
        Assert.Equal(10, blocks.Count);
        var editor = graph.Answers.Caller;
        foreach (Match block in blocks)
        {
            var document = block.Groups["document"].Value;
            foreach (var (shown, kind, slug) in Ids.Where(id => document.Contains($"\"{id.Shown}\"", StringComparison.Ordinal)))
                document = document.Replace($"\"{shown}\"", $"\"{await graph.IdAsync(kind, slug)}\"", StringComparison.Ordinal);
            graph.Answers.Caller = document.Contains("redact(", StringComparison.Ordinal) ? new Caller("key:admin", CallerRole.Admin) : editor;
            var data = await graph.Answers.DataAsync(document);
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
