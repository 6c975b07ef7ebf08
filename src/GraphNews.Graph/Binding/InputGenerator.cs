using System.Text;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Nodes;
using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>
/// Writes the mutations, filters and sort inputs that follow from the model: a field for each property and edge of a type. The
/// verb <c>schema generate</c> writes them into <c>schema/generated/</c>; a test compares.
/// </summary>
public sealed class InputGenerator
{
    private const string Header = "# Generated from the model by `dotnet run --project src/GraphNews.Server -- schema generate`. Do not edit.\n\n";

    /// <summary>A condition on a list looks into another table for each row.</summary>
    private const string OneMoreTable = " @cost(weight: \"5\")";

    private readonly SchemaBinding _binding;
    private readonly SortedDictionary<string, string> _filters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _sorts = new(StringComparer.Ordinal);

    private InputGenerator(SchemaBinding binding) => _binding = binding;

    /// <summary>The generated files for a schema without them.</summary>
    /// <param name="sources">The schema's files; generated ones among them are passed over.</param>
    public static IReadOnlyList<SchemaSource> Generate(IEnumerable<SchemaSource> sources)
    {
        var written = sources.Where(source => !source.File.StartsWith("generated/", StringComparison.Ordinal)).ToList();
        var generator = new InputGenerator(SchemaBinding.Bind(SchemaDocument.MergeWritten(written)));
        foreach (var field in generator._binding.Objects.Values.SelectMany(type => type.Fields))
        {
            switch (field)
            {
                case EdgeField { Connection: not null } edge:
                    generator.Add(edge.Target);
                    break;
                case ListingField listing:
                    generator.Add(listing.Target);
                    break;
            }
        }

        return
        [
            new SchemaSource("generated/filters.graphql", Text(generator._filters)),
            new SchemaSource("generated/mutations.graphql", Header + new MutationGenerator(generator._binding).Generate(NodeMutations.Kinds)),
            new SchemaSource("generated/sorts.graphql", Text(generator._sorts)),
        ];
    }

    private static string Text(IReadOnlyDictionary<string, string> inputs)
        => Header + string.Join("\n", inputs.Values);

    /// <summary><c>NameFilterInput</c> asks a node for its names; the type <c>Name</c> itself is a fact.</summary>
    private static string FilterName(ObjectBinding type) => type.Name == "Name" ? "NameFactFilterInput" : $"{type.Name}FilterInput";

    /// <summary>A field that asks for a role is no condition and no order: both would tell its values to whoever may not have it.</summary>
    private static IEnumerable<FieldBinding> OpenFields(ObjectBinding type)
        => type.Fields.Where(field => field.RequiredRole == CallerRole.Anonymous);

    private void Add(ObjectBinding type)
    {
        AddFilter(type);
        AddSort(type);
    }

    private void AddFilter(ObjectBinding type)
    {
        var name = FilterName(type);
        if (!_filters.TryAdd(name, "")) return;

        var text = new StringBuilder($"\"Conditions on the type `{type.Name}`; all that are given hold.\"\ninput {name} {{\n");
        Field(text, "\"All of these hold.\"", "and", $"[{name}!]");
        Field(text, "\"At least one of these holds.\"", "or", $"[{name}!]");
        foreach (var field in OpenFields(type))
        {
            if (FilterOf(field) is { } input) Field(text, Description(field), field.Name, input);
        }

        _filters[name] = text.Append("}\n").ToString();
    }

    private string? FilterOf(FieldBinding field)
    {
        switch (field)
        {
            case IdField:
                return "IdOperationFilterInput";
            case PartialDateField:
                return "PartialDateFilterInput";
            case LocalizedField { Text.TextField: null }:
                return "NameFilterInput";
            case LocalizedField:
                return "StringOperationFilterInput";
            case ColumnField column:
                return OperationsOf(column);
            case ToOneField toOne:
                AddFilter(toOne.Target);
                return FilterName(toOne.Target);
            case EdgeField edge:
                AddFilter(edge.Target);
                return ListOf(edge.Target);
            default:
                return null;
        }
    }

    private string OperationsOf(ColumnField column)
    {
        var scalar = TypeText.NamedTypeOf(column.Definition.Type);
        if (_binding.Document.Types.GetValueOrDefault(scalar) is not GraphQLEnumTypeDefinition)
            return $"{(scalar is "LanguageTag" or "URL" ? "String" : scalar)}OperationFilterInput";

        var name = $"{scalar}OperationFilterInput";
        var text = new StringBuilder($"\"Conditions on the values of `{scalar}`.\"\ninput {name} {{\n");
        Field(text, "\"Is this value.\"", "eq", scalar);
        Field(text, "\"Is not this value.\"", "neq", scalar);
        Field(text, "\"Is one of these values.\"", "in", $"[{scalar}!]");
        Field(text, "\"Is none of these values.\"", "nin", $"[{scalar}!]");
        _filters[name] = text.Append("}\n").ToString();
        return name;
    }

    private string ListOf(ObjectBinding target)
    {
        var name = $"ListFilterInputTypeOf{FilterName(target)}";
        var text = new StringBuilder($"\"Conditions on a list of the type `{target.Name}`; all that are given hold.\"\ninput {name} {{\n");
        Field(text, "\"Each on the list fits; so does an empty list.\"", "all", FilterName(target) + OneMoreTable);
        Field(text, "\"None on the list fits.\"", "none", FilterName(target) + OneMoreTable);
        Field(text, "\"At least one on the list fits.\"", "some", FilterName(target) + OneMoreTable);
        Field(text, "\"The list is not empty (`true`), or is (`false`).\"", "any", "Boolean");
        _filters[name] = text.Append("}\n").ToString();
        return name;
    }

    private void AddSort(ObjectBinding type)
    {
        var name = $"{type.Name}SortInput";
        if (!_sorts.TryAdd(name, "")) return;

        var text = new StringBuilder($"\"What to sort the type `{type.Name}` by.\"\ninput {name} {{\n");
        foreach (var field in OpenFields(type))
        {
            if (SortOf(field) is { } input) Field(text, Description(field), field.Name, input);
        }

        _sorts[name] = text.Append("}\n").ToString();
    }

    private string? SortOf(FieldBinding field)
    {
        switch (field)
        {
            case LocalizedField { Name: "name" }:
                return "NameSortInput";
            case PartialDateField or ColumnField:
                return "SortEnumType";
            case ToOneField toOne:
                AddSort(toOne.Target);
                return $"{toOne.Target.Name}SortInput";
            default:
                return null;
        }
    }

    private static void Field(StringBuilder text, string description, string name, string type)
        => text.Append("  ").Append(description).Append("\n  ").Append(name).Append(": ").Append(type).Append('\n');

    private static string Description(FieldBinding field)
    {
        var description = field.Definition.Description?.Value.ToString().Trim().ReplaceLineEndings(" ") ?? "";
        return "\"" + description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }
}
