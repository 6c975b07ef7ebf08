using GraphNews.Graph.Binding;
using HotChocolate.Execution;
using HotChocolate.Language;
using Microsoft.Extensions.DependencyInjection;

namespace GraphNews.Engine;

/// <summary>Builds Hot Chocolate's schema from the merged document.</summary>
internal static class EngineSchema
{
    public static IRequestExecutor Build(SchemaBinding binding)
    {
        var document = Utf8GraphQLParser.Parse(binding.Document.Sdl);
        var builder = new ServiceCollection()
            .AddSha256DocumentHashProvider()
            .AddGraphQL()
            .AddDocument(document)
            .TryAddTypeInterceptor(new ResolverBinding(binding))
            .UseStages()
            .ModifyParserOptions(options => options.MaxAllowedFields = int.MaxValue)
            .RemoveMaxAllowedFieldCycleDepthRule()
            .SetIntrospectionAllowedDepth(maxAllowedOfTypeDepth: ushort.MaxValue, maxAllowedListRecursiveDepth: ushort.MaxValue)
            .ModifyOptions(options =>
            {
                options.EnableTag = false;

                // No input is one-of, and introspection names the field oneOf or isOneOf by version: IDEs ask for one of them.
                options.EnableOneOf = false;
            });
        foreach (var scalar in document.Definitions.OfType<ScalarTypeDefinitionNode>())
            builder.AddType(new BoundScalar(scalar.Name.Value, scalar.Description?.Value));

        // Once, when the server starts: nothing else waits.
        return builder.BuildRequestExecutorAsync().AsTask().GetAwaiter().GetResult();
    }
}
