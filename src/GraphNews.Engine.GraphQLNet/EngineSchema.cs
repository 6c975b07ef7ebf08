using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphNews.Engine;

/// <summary>Builds GraphQL.NET's schema from the merged document: root fields ask the walk, all others read its rows.</summary>
internal static class EngineSchema
{
    public static Schema Build(SchemaBinding binding)
    {
        var document = Parser.Parse(binding.Document.Sdl);
        var scalars = document.Definitions.OfType<GraphQLScalarTypeDefinition>().ToList();

        var schema = Schema.For(WithoutScalars(document), builder =>
        {
            builder.IgnoreLocations = true;
            foreach (var type in binding.Objects.Values) Configure(builder.Types.For(type.Name), type, type == binding.Query);
        });
        foreach (var scalar in scalars) schema.RegisterType(new BoundScalar(scalar.Name.StringValue, scalar.Description?.Value.ToString()));

        schema.Initialize();
        return schema;
    }

    private static void Configure(TypeConfig config, ObjectBinding type, bool isRoot)
    {
        config.IsTypeOfFunc = value => value is Row row && row.Type.Name == type.Name;
        foreach (var field in type.Fields)
            config.FieldFor(field.Name).Resolver = isRoot ? new RootResolver(field) : SlotResolver.Instance;
    }

    private static string WithoutScalars(GraphQLDocument document)
    {
        document.Definitions.RemoveAll(definition => definition is GraphQLScalarTypeDefinition);
        using var writer = new StringWriter();
        var printing = new SDLPrinter().PrintAsync(document, writer);
        if (!printing.IsCompleted) throw new InvalidOperationException("The SDL printer did not complete synchronously.");
        printing.GetAwaiter().GetResult();
        return writer.ToString();
    }
}
