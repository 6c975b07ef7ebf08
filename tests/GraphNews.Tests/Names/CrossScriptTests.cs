using GraphNews.Graph.Names;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Names;

public sealed class CrossScriptTests
{
    private static string Own => Path.Combine(SharedData.Repository, "tests", "GraphNews.Tests", "Names", "spellings.jsonl");

    [CrossScriptNamesFact]
    public void All_names_of_the_shared_list_are_found_across_scripts_and_no_other_is()
    {
        var names = SpelledNames.Read(SharedData.CrossScriptNames!);

        Assert.Empty(Wrong(names));
        Assert.Empty(Missed(names));
    }

    // The list has foreign names too, of which Arabic writes the sound and not the letters.
    [Fact]
    public void Of_names_spelled_in_many_ways_nineteen_of_twenty_are_found_and_no_other_is()
    {
        var names = SpelledNames.Read(Own);
        var same = names.Where(line => line.Same).Sum(line => line.Pairs.Count());
        var missed = Missed(names);

        Assert.True(same >= 450, $"The list has only {same} pairs.");
        Assert.Empty(Wrong(names));
        Assert.True(missed.Count <= same * 0.05, $"Of {same} are missed: {string.Join("; ", missed)}");
    }

    [CrossScriptNamesFact]
    public void Skeletons_propose_what_the_score_accepts_and_more()
    {
        var names = SpelledNames.Read(SharedData.CrossScriptNames!);
        var morsi = names.Single(line => !line.Same && line.Arabic is ["محمد مرسي"]);

        Assert.Equal(NameFolding.Fold(morsi.Arabic[0]).Skeleton, NameFolding.Fold(morsi.Latin[0]).Skeleton);
        Assert.Null(NameMatching.Compare(morsi.Arabic[0], morsi.Latin[0]));
    }

    private static List<string> Missed(IEnumerable<SpelledNames> names)
        => [.. names.Where(line => line.Same).SelectMany(line => line.Pairs).Where(pair => Match(pair) is null).Select(pair => $"{pair.Arabic} = {pair.Latin}")];

    private static List<string> Wrong(IEnumerable<SpelledNames> names)
        => [.. names.Where(line => !line.Same).SelectMany(line => line.Pairs).Where(pair => Match(pair) is not null).Select(pair => $"{pair.Arabic} ≠ {pair.Latin}")];

    private static NameMatch? Match((string Arabic, string Latin) pair) => NameMatching.Compare(pair.Arabic, pair.Latin);
}
