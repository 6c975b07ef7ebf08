using System.Text;
using GraphNews.Graph.Binding;
using GraphQLParser.AST;

namespace GraphNews.Tests.Engine.FieldByField;

/// <summary>
/// Writes valid queries at random over the whole schema: aliases, fragments with and without a name, directives,
/// <c>__typename</c>, interfaces and unions, and now and then an argument that the walk refuses.
/// </summary>
internal sealed class RandomDocument(Random random, SchemaDocument schema, IReadOnlyList<string> slugs)
{
    private const int MostFields = 90;

    private readonly StringBuilder _fragments = new();
    private int _names;
    private int _fields;

    public string Write()
    {
        var root = new StringBuilder();
        foreach (var field in Some(Fields("Query").Where(field => field.Name.StringValue is not "search"), 3)) root.Append(Field(field, depth: 5, alias: true));
        return $"query ($yes: Boolean = true, $no: Boolean = false) {{ __typename @skip(if: $no) @include(if: $yes) {root} }}{_fragments}";
    }

    private string Set(string type, int depth)
    {
        var set = new StringBuilder("{ ");
        if (Chance(3) || schema.Types[type] is not GraphQLObjectTypeDefinition) set.Append("__typename ");
        var possible = schema.Types[type] is GraphQLObjectTypeDefinition ? [type] : PossibleTypes(type).ToList();
        foreach (var field in Some(Fields(type), 5)) set.Append(Field(field, depth, alias: false));
        foreach (var one in Some(possible, schema.Types[type] is GraphQLObjectTypeDefinition ? 1 : 3).Where(_ => possible.Count > 1 || Chance(4)))
        {
            // Fields of two types may not share a name where they differ.
            var below = new StringBuilder("{ __typename ");
            foreach (var field in Some(Fields(one), 3)) below.Append(Field(field, depth, alias: true));
            below.Append("} ");
            if (Chance(2))
            {
                set.Append("... on ").Append(one).Append(Directive()).Append(below);
            }
            else
            {
                var name = $"F{_names++}";
                _fragments.Append(" fragment ").Append(name).Append(" on ").Append(one).Append(' ').Append(below);
                set.Append("...").Append(name).Append(Directive());
            }
        }

        return set.Append(set.Length == 2 ? "__typename } " : "} ").ToString();
    }

    private string Field(GraphQLFieldDefinition field, int depth, bool alias)
    {
        var type = NamedType(field.Type);
        var isLeaf = !schema.Types.TryGetValue(type, out var definition) || definition is GraphQLScalarTypeDefinition or GraphQLEnumTypeDefinition;
        if ((!isLeaf && depth == 0) || _fields >= MostFields || Arguments(field) is not { } arguments) return "";

        _fields++;
        var name = field.Name.StringValue;
        var shown = alias || !isLeaf || arguments.Length > 0 ? $"a{_names++}: {name}" : name;
        return $"{shown}{arguments}{Directive()}{(isLeaf ? "" : Set(type, depth - 1))}";
    }

    /// <summary>Null where a required argument is none that can be made up.</summary>
    private string? Arguments(GraphQLFieldDefinition field)
    {
        var given = new List<string>();
        foreach (var argument in field.Arguments?.AsEnumerable() ?? [])
        {
            var value = argument.Name.StringValue switch
            {
                "first" => Chance(2) ? $"{(Chance(30) ? 1_000 : random.Next(4))}" : null,
                "language" => Chance(2) ? "\"ar\"" : null,
                "slug" or "around" or "from" or "to" => $"\"{slugs[random.Next(slugs.Count)]}\"",
                _ => null,
            };
            if (value is not null) given.Add($"{argument.Name.StringValue}: {value}");
            else if (argument is { Type: GraphQLNonNullType, DefaultValue: null }) return null;
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Directive() => random.Next(12) switch
    {
        0 => " @skip(if: $no) ",
        1 => " @include(if: $yes) ",
        2 => " @skip(if: true) ",
        _ => " ",
    };

    private IEnumerable<GraphQLFieldDefinition> Fields(string type) => schema.Types[type] switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } => fields,
        GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields,
        _ => [],
    };

    private IEnumerable<string> PossibleTypes(string type) => schema.Types[type] is GraphQLUnionTypeDefinition { Types: { } members }
        ? members.Select(member => member.Name.StringValue)
        : schema.Types.Values.OfType<GraphQLObjectTypeDefinition>()
            .Where(one => one.Interfaces?.Any(general => general.Name.StringValue == type) == true).Select(one => one.Name.StringValue);

    private static string NamedType(GraphQLType type) => type switch
    {
        GraphQLNonNullType { Type: var inner } => NamedType(inner),
        GraphQLListType { Type: var item } => NamedType(item),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private IEnumerable<T> Some<T>(IEnumerable<T> all, int most) => all.OrderBy(_ => random.Next()).Take(1 + random.Next(most)).ToList();

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
