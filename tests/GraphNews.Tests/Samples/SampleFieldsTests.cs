using System.Text.Json;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Shared;
using GraphQLParser.AST;

namespace GraphNews.Tests.Samples;

public sealed class SampleFieldsTests
{
    // What only a file needs: the record's own type and key, and where the text of an article is.
    private static readonly string[] _fileOnly = ["type", "key", "textFile"];

    [Fact]
    public void Every_field_of_the_sample_is_a_field_of_the_schema()
    {
        // Mutation has its fields in extensions alone.
        var types = SchemaFolder.Documents()
            .SelectMany(file => file.Document.Definitions.OfType<GraphQLObjectTypeDefinition>())
            .Where(type => type.Fields is not null)
            .ToDictionary(type => type.Name.StringValue, type => type.Fields!.Select(field => field.Name.StringValue).ToHashSet());
        var lines = File.ReadAllLines(Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl")).Skip(1).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            using var record = JsonDocument.Parse(line);
            var fields = types[record.RootElement.GetProperty("type").GetString()!];
            var names = record.RootElement.EnumerateObject().Select(field => field.Name).Except(_fileOnly);
            Assert.DoesNotContain(names, name => !fields.Contains(name));
        });
    }
}
