using GraphQLParser.AST;

namespace GraphNews.Tests.Schema;

public sealed class DescriptionTests
{
    [Fact]
    public void Every_type_field_argument_and_value_says_what_it_means()
    {
        var silent = SchemaFolder.Documents()
            .SelectMany(file => file.Document.Definitions.SelectMany(definition => Parts(definition))
                .Where(part => string.IsNullOrWhiteSpace(part.Description?.Value.ToString()))
                .Select(part => $"{file.File}: {part.Name}"))
            .ToList();

        Assert.Empty(silent);
    }

    [Fact]
    public void The_contract_has_files()
        => Assert.Contains(SchemaFolder.Documents(), file => file.File == "meetings.graphql");

    private static IEnumerable<(string Name, GraphQLDescription? Description)> Parts(ASTNode definition)
    {
        if (definition is not GraphQLTypeDefinition type) return definition is GraphQLObjectTypeExtension extension ? Fields("Query", extension.Fields) : [];

        var name = type.Name.StringValue;
        var inner = type switch
        {
            GraphQLObjectTypeDefinition { Fields: { } fields } => Fields(name, fields),
            GraphQLInterfaceTypeDefinition { Fields: { } fields } => Fields(name, fields),
            GraphQLEnumTypeDefinition { Values: { } values } => values.Select(value => ($"{name}.{value.Name.StringValue}", value.Description)),
            GraphQLInputObjectTypeDefinition { Fields: { } fields } => fields.Select(field => ($"{name}.{field.Name.StringValue}", field.Description)),
            _ => [],
        };
        return inner.Prepend((name, type.Description));
    }

    private static IEnumerable<(string Name, GraphQLDescription? Description)> Fields(string type, GraphQLFieldsDefinition? fields)
        => (fields?.AsEnumerable() ?? []).SelectMany(field => (field.Arguments?.AsEnumerable() ?? [])
            .Select(argument => ($"{type}.{field.Name.StringValue}({argument.Name.StringValue})", argument.Description))
            .Prepend(($"{type}.{field.Name.StringValue}", field.Description)));
}
