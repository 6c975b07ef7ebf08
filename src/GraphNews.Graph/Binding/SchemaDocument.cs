using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphNews.Graph.Binding;

/// <summary>
/// The schema: all files merged into one document, extensions applied, so that every engine is given the same plain
/// definitions.
/// </summary>
public sealed class SchemaDocument
{
    private readonly SortedDictionary<string, GraphQLTypeDefinition> _types = new(StringComparer.Ordinal);
    private readonly List<ASTNode> _directives = [];
    private readonly Dictionary<ASTNode, string> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _mistakes = [];
    private readonly Dictionary<(string Type, string Field), GraphQLFieldDefinition> _fields = [];

    private SchemaDocument()
    {
    }

    /// <summary>The merged definitions as SDL, types in the order of their names.</summary>
    public string Sdl { get; private set; } = "";

    internal IReadOnlyDictionary<string, GraphQLTypeDefinition> Types => _types;

    /// <summary>Whether the generated files are among what was merged.</summary>
    internal bool IsComplete { get; private init; }

    /// <summary>Merges schema files.</summary>
    /// <exception cref="SchemaException">
    /// A file does not parse, something is defined twice, an extension has no type, or a type that is named nowhere is used.
    /// </exception>
    public static SchemaDocument Merge(IReadOnlyCollection<SchemaSource> sources) => Merge(sources, complete: true);

    /// <summary>Merges hand-written files, whose generated inputs may not be there yet.</summary>
    internal static SchemaDocument MergeWritten(IReadOnlyCollection<SchemaSource> sources) => Merge(sources, complete: false);

    private static SchemaDocument Merge(IReadOnlyCollection<SchemaSource> sources, bool complete)
    {
        var document = new SchemaDocument { IsComplete = complete };
        var extensions = new List<GraphQLTypeExtension>();
        foreach (var source in sources) document.Read(source, extensions);
        if (document._mistakes.Count > 0) throw new SchemaException(document._mistakes);

        foreach (var extension in extensions) document.Apply(extension);
        if (complete) document.RefuseUnknownTypes();
        if (document._mistakes.Count > 0) throw new SchemaException(document._mistakes);

        foreach (var type in document._types.Values)
        {
            foreach (var field in MembersOf(type).OfType<GraphQLFieldDefinition>()) document._fields[(type.Name.StringValue, field.Name.StringValue)] = field;
        }

        document.Sdl = SdlText.Print(new GraphQLDocument([.. document._directives, .. document._types.Values]));
        return document;
    }

    /// <summary>Where a type, field or enum value is defined: <c>file:line</c>.</summary>
    internal string PlaceOf(ASTNode node) => _places[node];

    /// <summary>A field of an object type or interface; null if there is none of that name.</summary>
    internal GraphQLFieldDefinition? FieldOf(string type, string field) => _fields.GetValueOrDefault((type, field));

    /// <summary>The fields of a type or input, and the values of an enum.</summary>
    internal static IEnumerable<ASTNode> MembersOf(ASTNode definition) => definition switch
    {
        IHasFieldsDefinitionNode { Fields: { } fields } => fields,
        GraphQLInputObjectTypeDefinition { Fields: { } fields } => fields,
        GraphQLInputObjectTypeExtension { Fields: { } fields } => fields,
        GraphQLEnumTypeDefinition { Values: { } values } => values,
        GraphQLEnumTypeExtension { Values: { } values } => values,
        _ => [],
    };


    private void Read(SchemaSource source, List<GraphQLTypeExtension> extensions)
    {
        GraphQLDocument parsed;
        try
        {
            parsed = Parser.Parse(source.Text);
        }
        catch (GraphQLSyntaxErrorException error)
        {
            _mistakes.Add($"{source.File}:{error.Location.Line}: {error.Description}");
            return;
        }

        foreach (var definition in parsed.Definitions)
        {
            _places[definition] = source.PlaceOf(definition.Location.Start);
            foreach (var member in MembersOf(definition)) _places[member] = source.PlaceOf(member.Location.Start);

            switch (definition)
            {
                case GraphQLDirectiveDefinition:
                    _directives.Add(definition);
                    break;
                case GraphQLTypeDefinition type when _types.TryAdd(type.Name.StringValue, type):
                    break;
                case GraphQLTypeDefinition type:
                    _mistakes.Add($"{PlaceOf(type)}: type {type.Name} is already defined at {PlaceOf(_types[type.Name.StringValue])}.");
                    break;
                case GraphQLTypeExtension extension:
                    extensions.Add(extension);
                    break;
                default:
                    _mistakes.Add($"{PlaceOf(definition)}: a schema file holds type, directive and extend definitions only.");
                    break;
            }
        }
    }

    private void Apply(GraphQLTypeExtension extension)
    {
        if (!_types.TryGetValue(extension.Name.StringValue, out var type))
        {
            _mistakes.Add($"{PlaceOf(extension)}: there is no type {extension.Name} to extend.");
            return;
        }

        // They would be lost without a word, and one of them may be @authorize.
        if ((extension as IHasDirectivesNode)?.Directives is { Count: > 0 })
            _mistakes.Add($"{PlaceOf(extension)}: directives stand where {extension.Name} is defined, not where it is extended.");

        switch (type, extension)
        {
            case (GraphQLObjectTypeDefinition to, GraphQLObjectTypeExtension from):
                to.Fields = Join<GraphQLFieldsDefinition, GraphQLFieldDefinition>(type, to.Fields, from.Fields);
                to.Interfaces = Join<GraphQLImplementsInterfaces, GraphQLNamedType>(type, to.Interfaces, from.Interfaces);
                break;
            case (GraphQLInterfaceTypeDefinition to, GraphQLInterfaceTypeExtension from):
                to.Fields = Join<GraphQLFieldsDefinition, GraphQLFieldDefinition>(type, to.Fields, from.Fields);
                to.Interfaces = Join<GraphQLImplementsInterfaces, GraphQLNamedType>(type, to.Interfaces, from.Interfaces);
                break;
            case (GraphQLInputObjectTypeDefinition to, GraphQLInputObjectTypeExtension from):
                to.Fields = Join<GraphQLInputFieldsDefinition, GraphQLInputValueDefinition>(type, to.Fields, from.Fields);
                break;
            case (GraphQLEnumTypeDefinition to, GraphQLEnumTypeExtension from):
                to.Values = Join<GraphQLEnumValuesDefinition, GraphQLEnumValueDefinition>(type, to.Values, from.Values);
                break;
            case (GraphQLUnionTypeDefinition to, GraphQLUnionTypeExtension from):
                to.Types = Join<GraphQLUnionMemberTypes, GraphQLNamedType>(type, to.Types, from.Types);
                break;
            default:
                _mistakes.Add($"{PlaceOf(extension)}: {type.Name} is not of the kind that this extension extends.");
                break;
        }
    }

    private TList? Join<TList, TItem>(GraphQLTypeDefinition type, TList? to, TList? from)
        where TList : ASTListNode<TItem>
        where TItem : ASTNode, INamedNode
    {
        if (to is null || from is null) return to ?? from;

        foreach (var item in from)
        {
            if (to.Any(existing => existing.Name == item.Name))
                _mistakes.Add($"{_places.GetValueOrDefault(item, PlaceOf(type))}: {type.Name}.{item.Name} is already defined.");
            else
                to.Items.Add(item);
        }

        return to;
    }

    private void RefuseUnknownTypes()
    {
        foreach (var type in _types.Values)
        {
            foreach (var member in MembersOf(type))
            {
                IEnumerable<GraphQLType> used = member switch
                {
                    GraphQLFieldDefinition field => [field.Type, .. field.Arguments?.Select(argument => argument.Type) ?? []],
                    GraphQLInputValueDefinition input => [input.Type],
                    _ => [],
                };

                foreach (var name in used.Select(TypeText.NamedTypeOf).Where(name => !_types.ContainsKey(name) && !ScalarNames.IsBuiltIn(name)))
                    _mistakes.Add($"{PlaceOf(member)}: {type.Name}.{((INamedNode)member).Name} uses the type {name}, which no file defines.");
            }
        }
    }
}
