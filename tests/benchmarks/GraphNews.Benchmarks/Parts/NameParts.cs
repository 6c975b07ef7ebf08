using BenchmarkDotNet.Attributes;
using GraphNews.Graph.Names;

namespace GraphNews.Benchmarks;

/// <summary>The forms by which a name is found, in either script.</summary>
public class NameParts
{
    [Params("Abdellatif Hammouchi", "عبد اللطيف حموشي")]
    public string Name { get; set; } = "";

    [Benchmark]
    public FoldedName Fold() => NameFolding.Fold(Name);
}
