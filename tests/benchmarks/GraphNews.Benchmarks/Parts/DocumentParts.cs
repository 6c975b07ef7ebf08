using BenchmarkDotNet.Attributes;
using GraphNews.Graph.Documents;
using GraphQLParser.AST;

namespace GraphNews.Benchmarks;

/// <summary>What a document that nobody has sent before costs until an engine sees it: parsing and checks.</summary>
public class DocumentParts
{
    private readonly DocumentLimits _limits = new();
    private readonly string _operation = Question.HammouchiMeetings.Operation;

    [Benchmark]
    public GraphQLDocument? CheckDocument() => QueryDocument.Read(_operation, EngineOfGraph.Schema, _limits, out _);
}
