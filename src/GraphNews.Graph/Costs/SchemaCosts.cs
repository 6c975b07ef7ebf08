using GraphNews.Graph.Binding;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>What the schema says of costs, read once: <c>@cost</c>, <c>@listSize</c>, and the weights of whatever has neither.</summary>
internal sealed class SchemaCosts
{
    private readonly Dictionary<string, double> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, CostedField>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, CostedInput>> _inputs = new(StringComparer.Ordinal);
    private readonly SchemaDocument _document;
    private readonly CostDirectives _directives;

    /// <summary>Reads a schema, and adds a sentence for each directive that cannot be meant.</summary>
    public SchemaCosts(SchemaDocument document, List<string> mistakes)
    {
        _document = document;
        _directives = new CostDirectives(document, mistakes);
        foreach (var (name, type) in document.Types)
        {
            _types[name] = _directives.Weight(type, type, name) ?? DefaultWeight(name);
            if (type is IHasFieldsDefinitionNode { Fields: { } fields })
                _fields[name] = fields.ToDictionary(field => field.Name.StringValue, field => Field(name, field), StringComparer.Ordinal);
            if (type is GraphQLInputObjectTypeDefinition { Fields: { } inputs })
                _inputs[name] = inputs.ToDictionary(input => input.Name.StringValue, input => Input(input, input, $"{name}.{input.Name}"), StringComparer.Ordinal);
        }
    }

    /// <summary>What one value of a type weighs in an answer.</summary>
    public double OfType(string name) => _types.GetValueOrDefault(name);

    /// <summary>A field; null if the schema has none of that name.</summary>
    public CostedField? OfField(string type, string name) => _fields.GetValueOrDefault(type)?.GetValueOrDefault(name);

    /// <summary>A field of an input; null if the schema has none of that name.</summary>
    public CostedInput? OfInput(string type, string name) => _inputs.GetValueOrDefault(type)?.GetValueOrDefault(name);

    private CostedField Field(string type, GraphQLFieldDefinition field)
    {
        var (name, leads) = ($"{type}.{field.Name}", TypeText.NamedTypeOf(field.Type));
        return new CostedField(
            leads,
            field.Type is GraphQLListType or GraphQLNonNullType { Type: GraphQLListType },
            _directives.Weight(field, field, name) ?? DefaultWeight(leads),
            _directives.Size(field, name),
            (field.Arguments?.AsEnumerable() ?? [])
                .ToDictionary(argument => argument.Name.StringValue, argument => Input(argument, field, $"{name}({argument.Name}:)"), StringComparer.Ordinal));
    }

    private CostedInput Input(GraphQLInputValueDefinition input, ASTNode placed, string name)
    {
        var type = TypeText.NamedTypeOf(input.Type);
        return new CostedInput(type, _directives.Weight(input, placed, name) ?? DefaultWeight(type));
    }

    private double DefaultWeight(string type)
        => _document.Types.GetValueOrDefault(type) is null or GraphQLScalarTypeDefinition or GraphQLEnumTypeDefinition ? 0 : 1;
}
