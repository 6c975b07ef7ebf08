using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Documents;
using GraphNews.Graph.Execution;
using GraphNews.Tests.Schema;
using GraphQLParser.AST;

namespace GraphNews.Tests.Limits;

/// <summary>Documents read as every engine reads them, within the limits that a server has where nothing is set.</summary>
internal static class Documents
{
    private static readonly Lazy<SchemaBinding> Bound = new(() => SchemaBinding.Bind(SchemaDocument.Merge(SchemaSource.ReadFolder(SchemaFolder.Path))));

    public static SchemaBinding Schema => Bound.Value;

    /// <summary>What is wrong with a document; null if it may be validated.</summary>
    public static GraphError? Error(string text)
    {
        QueryDocument.Read(text, Schema, new DocumentLimits(), out var error);
        return error;
    }

    public static OperationCost CostOf(string text, object? variables = null)
    {
        var document = QueryDocument.Read(text, Schema, new DocumentLimits(), out var error);
        Assert.Null(error);
        return OperationCost.Of(
            Schema, document!, document!.Definitions.OfType<GraphQLOperationDefinition>().First(),
            variables is null ? null : JsonSerializer.SerializeToElement(variables));
    }
}
