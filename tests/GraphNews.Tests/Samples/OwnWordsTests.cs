using GraphNews.Graph.Names;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Samples;

public sealed class OwnWordsTests
{
    // Titles of offices and names of institutions are shorter; a sentence is longer.
    private const int LongestCommonRun = 7;

    [SeedPageFact]
    public void The_sample_tells_the_story_in_its_own_words()
    {
        var page = $" {string.Join(' ', Words(SharedData.SeedPage!))} ";
        var samples = Directory.GetFiles(Path.Combine(SharedData.Repository, "samples", "madrid-2025"), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(samples);
        Assert.All(samples, sample =>
        {
            var words = Words(sample);
            for (var i = 0; i + LongestCommonRun < words.Length; i++)
            {
                var run = string.Join(' ', words[i..(i + LongestCommonRun + 1)]);
                Assert.DoesNotContain($" {run} ", page, StringComparison.Ordinal);
            }
        });
    }

    private static string[] Words(string path) => NameFolding.Folded(File.ReadAllText(path)).Split(' ');
}
