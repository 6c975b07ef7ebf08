using System.Globalization;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphNews.Graph.Binding;

/// <summary>
/// Reads an input object that is written outside an operation, such as on a command line: as JSON, like a variable, or as documents
/// have it. It is checked against its type of the schema, and comes out as the arguments of a field do.
/// </summary>
internal sealed class InputText(SchemaDocument schema)
{
    /// <summary>Reads the fields of an object, unchecked.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: it is neither, or no object.</exception>
    public static IReadOnlyDictionary<string, object?> Read(string text)
        => (Json(text) ?? Literal(text)) as IReadOnlyDictionary<string, object?>
            ?? throw Wrong("where is no object. Write { meetings: { … } }, or the same as JSON.");

    /// <summary>Checks a value against a type.</summary>
    /// <param name="type">The type's name.</param>
    /// <param name="given">The value as it was read.</param>
    /// <param name="path">Where it stands.</param>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: it is none of the type.</exception>
    public object? Check(string type, object? given, string path) => Check(new GraphQLNamedType(new GraphQLName(type)), given, path);

    private static object? Json(string text)
    {
        try
        {
            return Plain(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static object? Literal(string text)
    {
        try
        {
            return Plain(Parser.Parse<GraphQLValue>(text, new ParserOptions { MaxDepth = 100 }));
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw Wrong("where nests too deep.");
        }
        catch (GraphQLSyntaxErrorException mistake)
        {
            throw Wrong($"where is neither JSON nor an input object of GraphQL: {mistake.Description}");
        }
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().GroupBy(field => field.Name, StringComparer.Ordinal).ToDictionary(field => field.Key, field => Plain(field.Last().Value), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object? Plain(GraphQLValue value) => value switch
    {
        GraphQLObjectValue literal => (literal.Fields ?? []).GroupBy(field => field.Name.StringValue, StringComparer.Ordinal).ToDictionary(field => field.Key, field => Plain(field.Last().Value), StringComparer.Ordinal),
        GraphQLListValue list => (list.Values ?? []).Select(Plain).ToList(),
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue member => member.Name.StringValue,
        GraphQLIntValue number when long.TryParse(number.Value.Span, CultureInfo.InvariantCulture, out var whole) => whole,
        GraphQLIntValue number => double.Parse(number.Value.Span, CultureInfo.InvariantCulture),
        GraphQLFloatValue number => double.Parse(number.Value.Span, CultureInfo.InvariantCulture),
        GraphQLBooleanValue flag => flag.BoolValue,
        GraphQLNullValue => null,
        _ => throw Wrong($"where has a {value.Kind}, and takes values alone."),
    };

    private object? Check(GraphQLType type, object? given, string path) => (type, given) switch
    {
        (GraphQLNonNullType, null) => throw Wrong($"{path} is null, and has to be there."),
        (GraphQLNonNullType required, _) => Check(required.Type, given, path),
        (_, null) => null,

        // Source: GraphQL specification, "Lists", input coercion: one value stands for a list of it.
        (GraphQLListType list, IReadOnlyList<object?> items) => items.Select((item, i) => Check(list.Type, item, $"{path}[{i}]")).ToList(),
        (GraphQLListType list, _) => new List<object?> { Check(list.Type, given, path) },
        (GraphQLNamedType named, _) => Check(named.Name.StringValue, schema.Types.GetValueOrDefault(named.Name.StringValue), given, path),
        _ => throw new InvalidOperationException($"{type} is no type of an input."),
    };

    private object? Check(string name, GraphQLTypeDefinition? type, object? given, string path) => (type, given) switch
    {
        (GraphQLInputObjectTypeDefinition input, IReadOnlyDictionary<string, object?> fields) => Fields(input, fields, path),
        (GraphQLInputObjectTypeDefinition, _) => throw Wrong($"{path} has to be an object: it is a {name}."),
        (GraphQLEnumTypeDefinition members, string member) when members.Values!.Any(value => value.Name == member) => member,
        (GraphQLEnumTypeDefinition members, _) => throw Wrong($"{path} has to be one of {string.Join(", ", members.Values!.Select(value => value.Name))}."),
        (GraphQLScalarTypeDefinition, _) => CustomScalars.TryParse(name, given is long number and <= int.MaxValue and >= int.MinValue ? (int)number : given, out var parsed, out var error) ? parsed : throw Wrong($"{path}: {error}"),
        _ => BuiltIn(name, given, path),
    };

    private Dictionary<string, object?> Fields(GraphQLInputObjectTypeDefinition input, IReadOnlyDictionary<string, object?> given, string path)
    {
        var known = input.Fields!.ToDictionary(field => field.Name.StringValue, StringComparer.Ordinal);
        foreach (var name in given.Keys.Where(name => !known.ContainsKey(name)))
            throw Wrong($"{path} has {name}, which {input.Name} has not. It has {string.Join(", ", known.Keys)}.");
        foreach (var field in known.Values.Where(field => field is { Type: GraphQLNonNullType, DefaultValue: null } && !given.ContainsKey(field.Name.StringValue)))
            throw Wrong($"{path}.{field.Name} has to be there.");
        return given.ToDictionary(field => field.Key, field => Check(known[field.Key].Type, field.Value, $"{path}.{field.Key}"), StringComparer.Ordinal);
    }

    private static object BuiltIn(string name, object? given, string path) => (name, given) switch
    {
        ("String" or "ID", string) => given,
        ("ID", long number) => number.ToString(CultureInfo.InvariantCulture),
        ("Boolean", bool) => given,
        ("Int", long number and <= int.MaxValue and >= int.MinValue) => (int)number,
        ("Float", long number) => (double)number,
        ("Float", double) => given,
        _ => throw Wrong($"{path} is no {name}."),
    };

    private static GraphException Wrong(string message) => new(ErrorCodes.BadArguments, message);
}
