using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Tests.Schema;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Tests.Engine;

/// <summary>The schema that an engine tells is the one that the files define.</summary>
public sealed class IntrospectionTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    private const string Query =
        """
        {
          __schema {
            types {
              kind name description
              fields(includeDeprecated: true) { name description type { ...T } args { name description type { ...T } defaultValue } }
              inputFields { name description type { ...T } defaultValue }
              interfaces { name }
              possibleTypes { name }
              enumValues(includeDeprecated: true) { name description }
            }
            directives { name description isRepeatable locations args { name description type { ...T } defaultValue } }
          }
        }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    [Fact]
    public async Task Introspection_tells_every_type_field_argument_and_description_of_the_files()
    {
        var data = await sample.Answers.DataAsync(Query);

        var told = data.GetProperty("__schema").GetProperty("types").EnumerateArray()
            .Where(type => !type.GetProperty("name").GetString()!.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(Told);
        var written = Parser.Parse(SchemaDocument.Merge(SchemaSource.ReadFolder(SchemaFolder.Path)).Sdl).Definitions
            .OfType<GraphQLTypeDefinition>()
            .Where(definition => definition is not GraphQLDirectiveDefinition)
            .SelectMany(Written);
        var builtIn = new[] { "Boolean", "Float", "ID", "Int", "String" };
        Assert.Equal(
            written.Order(StringComparer.Ordinal),
            told.Where(line => !builtIn.Any(name => line.StartsWith($"SCALAR {name} ", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Introspection_tells_the_directive_that_states_roles()
    {
        var data = await sample.Answers.DataAsync(Query);

        var told = data.GetProperty("__schema").GetProperty("directives").EnumerateArray().Single(directive => directive.GetProperty("name").GetString() == "authorize");
        Assert.True(told.GetProperty("isRepeatable").GetBoolean());
        Assert.Equal(["FIELD_DEFINITION", "OBJECT"], told.GetProperty("locations").EnumerateArray().Select(place => place.GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["apply: ApplyPolicy! = BEFORE_RESOLVER", "policy: String = ", "roles: [String!] = "],
            told.GetProperty("args").EnumerateArray()
                .Select(argument => $"{argument.GetProperty("name").GetString()}: {TypeText(argument.GetProperty("type"))} = {argument.GetProperty("defaultValue").GetString()}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_question_about_the_schema_alone_reads_no_version()
        => Assert.False((await sample.Answers.AskAsync("{ __schema { queryType { name } } }")).TryGetProperty("version", out _));

    private static IEnumerable<string> Told(JsonElement type)
    {
        var name = type.GetProperty("name").GetString();
        yield return $"{type.GetProperty("kind").GetString()} {name} {Described(type)}";
        foreach (var general in Items(type, "interfaces")) yield return $"{name} implements {general.GetProperty("name").GetString()}";
        foreach (var value in Items(type, "enumValues")) yield return $"{name}.{value.GetProperty("name").GetString()} {Described(value)}";
        foreach (var field in Items(type, "inputFields").Concat(Items(type, "fields")))
        {
            var path = $"{name}.{field.GetProperty("name").GetString()}";
            yield return $"{path}: {TypeText(field.GetProperty("type"))} {Described(field)}";
            foreach (var argument in field.TryGetProperty("args", out var arguments) ? arguments.EnumerateArray() : [])
                yield return $"{path}({argument.GetProperty("name").GetString()}: {TypeText(argument.GetProperty("type"))}) {Described(argument)}";
        }
    }

    private static IEnumerable<string> Written(GraphQLTypeDefinition type)
    {
        var kind = type switch
        {
            GraphQLScalarTypeDefinition => "SCALAR",
            GraphQLEnumTypeDefinition => "ENUM",
            GraphQLInputObjectTypeDefinition => "INPUT_OBJECT",
            GraphQLInterfaceTypeDefinition => "INTERFACE",
            GraphQLUnionTypeDefinition => "UNION",
            _ => "OBJECT",
        };
        yield return $"{kind} {type.Name} {Described(type)}";
        foreach (var general in (type as IHasInterfacesNode)?.Interfaces?.Items ?? []) yield return $"{type.Name} implements {general.Name}";
        foreach (var value in (type as GraphQLEnumTypeDefinition)?.Values?.Items ?? []) yield return $"{type.Name}.{value.Name} {Described(value)}";
        foreach (var field in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
            yield return $"{type.Name}.{field.Name}: {field.Type.Text()} {Described(field)}";
        foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
        {
            yield return $"{type.Name}.{field.Name}: {field.Type.Text()} {Described(field)}";
            foreach (var argument in field.Arguments?.Items ?? [])
                yield return $"{type.Name}.{field.Name}({argument.Name}: {argument.Type.Text()}) {Described(argument)}";
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement type, string list)
        => type.GetProperty(list) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    private static string TypeText(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => TypeText(type.GetProperty("ofType")) + "!",
        "LIST" => $"[{TypeText(type.GetProperty("ofType"))}]",
        _ => type.GetProperty("name").GetString()!,
    };

    private static string Described(JsonElement node) => $"\"{node.GetProperty("description").GetString()}\"";

    private static string Described(IHasDescriptionNode node) => $"\"{node.Description?.Value}\"";
}
