using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphQLParser.AST;

namespace GraphNews.Tests.SqlServer;

/// <summary>Values for input types of the schema, enough of them that each field and operator occurs.</summary>
internal sealed class SampledInputs(SchemaBinding binding)
{
    /// <summary>
    /// For each field of a filter a value with all its operators, and one that asks for what is unknown; for fields that
    /// lead to other rows, one with every condition on them that leads no further.
    /// </summary>
    public IEnumerable<IReadOnlyDictionary<string, object?>> Filters(GraphQLType type, ObjectBinding of)
    {
        foreach (var field in Fields(type))
        {
            var name = field.Name.StringValue;
            if (name is "and" or "or")
            {
                yield return One(name, new List<object?> { Plain(type, of), Plain(type, of) });
                continue;
            }

            switch (of.Field(name))
            {
                case ToOneField toOne:
                    yield return One(name, null);
                    yield return One(name, Plain(field.Type, toOne.Target));
                    break;
                case EdgeField edge:
                    yield return One(name, One("any", true));
                    var fits = Plain(Fields(field.Type).Single(list => list.Name.StringValue == "some").Type, edge.Target);
                    yield return One(name, new Dictionary<string, object?> { ["all"] = fits, ["none"] = fits, ["some"] = fits });
                    break;
                default:
                    yield return One(name, Operators(field.Type, of));
                    yield return One(name, new Dictionary<string, object?> { ["eq"] = null, ["neq"] = null });
                    break;
            }
        }
    }

    /// <summary>For a field that a method answers: its required arguments alone, all of them, and each value of each enum by itself.</summary>
    public IEnumerable<Dictionary<string, object?>> Arguments(FieldBinding field)
    {
        var arguments = field.Definition.Arguments?.Where(argument => argument.Name.StringValue is not ("after" or "before" or "last")).ToList() ?? [];
        var required = arguments.Where(argument => argument.Type is GraphQLNonNullType).ToDictionary(argument => argument.Name.StringValue, Argument);
        foreach (var one in arguments.Where(argument => required.GetValueOrDefault(argument.Name.StringValue) is List<object?> && !IsList(argument.Type)))
        {
            // One value is wanted, and each is another question.
            foreach (var value in (List<object?>)Argument(one)!) yield return new(required) { [one.Name.StringValue] = value };
            yield break;
        }

        yield return required;
        if (arguments.Count == required.Count && required.Values.All(value => value is not List<object?>)) yield break;

        yield return arguments.ToDictionary(argument => argument.Name.StringValue, Argument);
        foreach (var several in arguments.Where(argument => Argument(argument) is List<object?>))
        {
            foreach (var value in (List<object?>)Argument(several)!)
                yield return new Dictionary<string, object?>(required) { [several.Name.StringValue] = new List<object?> { value } };
        }
    }

    private object? Argument(GraphQLInputValueDefinition argument) => argument.Name.StringValue switch
    {
        "to" => NodeId.Encode("Agency", 2),
        _ when TypeText.NamedTypeOf(argument.Type) == "ID" => NodeId.Encode("Official", 1),
        "where" => Plain(argument.Type, binding.ObjectsByKind[NodeKind.Meeting]),
        _ when binding.Document.Types.GetValueOrDefault(TypeText.NamedTypeOf(argument.Type)) is GraphQLEnumTypeDefinition members
            => members.Values!.Select(value => (object?)value.Name.StringValue).ToList(),
        _ => Value(argument.Type, binding.ObjectsByKind[NodeKind.Meeting]),
    };

    /// <summary>An order by each field, and by all fields together.</summary>
    public IEnumerable<IReadOnlyDictionary<string, object?>> Orders(GraphQLType type, ObjectBinding of, bool nested = false)
    {
        foreach (var field in Fields(type))
        {
            var name = field.Name.StringValue;
            switch (of.Field(name))
            {
                case ToOneField toOne:
                    foreach (var below in nested ? [] : Orders(field.Type, toOne.Target, nested: true)) yield return new Dictionary<string, object?> { [name] = below };
                    break;
                case LocalizedField:
                    yield return new Dictionary<string, object?> { [name] = new Dictionary<string, object?> { ["direction"] = "ASC" } };
                    yield return new Dictionary<string, object?> { [name] = new Dictionary<string, object?> { ["direction"] = "DESC", ["language"] = "ar" } };
                    break;
                default:
                    yield return new Dictionary<string, object?> { [name] = "DESC" };
                    break;
            }
        }
    }

    private static bool IsList(GraphQLType type) => type is GraphQLListType or GraphQLNonNullType { Type: GraphQLListType };

    public static string Id(ObjectBinding type) => NodeId.Encode(type.Name, 1);

    private static Dictionary<string, object?> One(string name, object? value) => new() { [name] = value };

    /// <summary>All conditions on a type that lead to no other.</summary>
    private Dictionary<string, object?> Plain(GraphQLType type, ObjectBinding of)
        => Fields(type)
            .Where(field => field.Name.StringValue is not ("and" or "or") && of.Field(field.Name.StringValue) is not (ToOneField or EdgeField))
            .ToDictionary(field => field.Name.StringValue, object? (field) => Operators(field.Type, of));

    private Dictionary<string, object?> Operators(GraphQLType type, ObjectBinding of)
        => Fields(type).Where(field => field.Name.StringValue is not ("and" or "or"))
            .ToDictionary(field => field.Name.StringValue, object? (field) => Value(field.Type, of));

    private object Value(GraphQLType type, ObjectBinding of) => type switch
    {
        GraphQLNonNullType required => Value(required.Type, of),
        GraphQLListType list => new List<object?> { Value(list.Type, of) },
        GraphQLNamedType named => Value(named.Name.StringValue, of),
        _ => throw new InvalidOperationException(),
    };

    private object Value(string type, ObjectBinding of) => type switch
    {
        "ID" => Id(of),
        "Int" => 1,
        "Float" => 1.5,
        "Boolean" => true,
        "EdtfDate" or "Date" => "2025-01-28",
        "DateTime" => "2025-01-28T12:00:00Z",
        "Version" => 1L,
        "NameMatchMode" => "CROSS_SCRIPT",
        _ when binding.Document.Types.GetValueOrDefault(type) is GraphQLEnumTypeDefinition members => members.Values![0].Name.StringValue,
        _ => "مدريد",
    };

    private GraphQLInputFieldsDefinition Fields(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Fields(required.Type),
        GraphQLListType list => Fields(list.Type),
        GraphQLNamedType named => ((GraphQLInputObjectTypeDefinition)binding.Document.Types[named.Name.StringValue]).Fields!,
        _ => throw new InvalidOperationException(),
    };
}
