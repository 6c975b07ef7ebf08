using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;
using GraphQL.Introspection;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>Builds GraphQL.NET's schema from the merged document. It validates and coerces by it; no field of ours is its to resolve.</summary>
internal static class EngineSchema
{
    public static Schema Build(SchemaBinding binding)
    {
        var builder = new WithoutScalars { IgnoreLocations = true };
        foreach (var type in binding.Objects.Values) Configure(builder.Types.For(type.Name), type, binding);
        var schema = builder.Build(binding.Document.Sdl);
        foreach (var scalar in builder.Scalars) schema.RegisterType(new BoundScalar(scalar.Name.StringValue, scalar.Description?.Value.ToString()));

        schema.RegisterType(new TextId());
        schema.Features.RepeatableDirectives = true;
        schema.Features.DeprecationOfInputValues = true;
        schema.Filter = new EveryDirective();
        schema.Initialize();
        LetDirectivesShowDeprecatedArguments(schema);
        return schema;
    }

    /// <summary>
    /// GraphQL.NET leaves the argument out on <c>__Directive.args</c> alone, and clients that see that input values can be
    /// deprecated use it there too. Source: GraphQL specification, section 4.2, "Schema Introspection Schema".
    /// </summary>
    private static void LetDirectivesShowDeprecatedArguments(Schema schema)
    {
        var arguments = ((IObjectGraphType)schema.AllTypes["__Directive"]!).Fields.Find("args")!;
        arguments.Arguments = new QueryArguments(
            new QueryArgument(new NonNullGraphType(schema.AllTypes["Boolean"]!)) { Name = "includeDeprecated", DefaultValue = false });
    }

    private static void Configure(TypeConfig config, ObjectBinding type, SchemaBinding binding)
    {
        config.IsTypeOfFunc = value => value is Row row && row.Type.Name == type.Name;
        foreach (var field in type.Fields)
        {
            if (type == binding.Subscription) config.FieldFor(field.Name).StreamResolver = NoStream.Instance;
        }
    }

    /// <summary>Schema-first building does not know scalars: they are kept aside, to be registered instead.</summary>
    private sealed class WithoutScalars : SchemaBuilder
    {
        public List<GraphQLScalarTypeDefinition> Scalars { get; } = [];

        protected override void Validate(GraphQLDocument document)
        {
            Scalars.AddRange(document.Definitions.OfType<GraphQLScalarTypeDefinition>());
            document.Definitions.RemoveAll(definition => definition is GraphQLScalarTypeDefinition);
            base.Validate(document);
        }
    }

    /// <summary>The engine would not tell of directives that stand in schemas alone; the specification has it tell of all.</summary>
    private sealed class EveryDirective : DefaultSchemaFilter
    {
        public override Task<bool> AllowDirective(Directive directive) => Task.FromResult(true);
    }
}
