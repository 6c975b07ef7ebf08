using System.Linq.Expressions;
using System.Reflection;
using GraphNews.Graph.Costs;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Search;
using GraphNews.Graph.Subscriptions;
using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>Finds for every field of the schema the code that answers it, and refuses what has no counterpart.</summary>
internal sealed class SchemaBinder(SchemaDocument document)
{
    private readonly Dictionary<string, ObjectBinding> _objects = new(StringComparer.Ordinal);
    private readonly DeclaredFields _declared = DeclaredFields.Of(typeof(SchemaBinder).Assembly);
    private readonly List<string> _mistakes = [];

    public SchemaBinding Bind()
    {
        var definitions = document.Types.Values.OfType<GraphQLObjectTypeDefinition>().ToList();
        if (!definitions.Exists(type => type.Name == "Query")) throw new SchemaException("No schema file defines the type Query.");

        foreach (var definition in definitions) _objects.Add(definition.Name.StringValue, new ObjectBinding(definition.Name.StringValue, ClrTypeOf(definition)));
        var roles = new RequiredRoles(document, _mistakes);
        foreach (var definition in definitions) BindFields(definition, roles);
        roles.RefuseElsewhere(IsPart);
        CheckEnums();
        var costs = new SchemaCosts(document, _mistakes);
        if (document.IsComplete) _mistakes.AddRange(_declared.Unused(document.Types));
        if (_mistakes.Count > 0) throw new SchemaException(_mistakes);

        return new SchemaBinding(document, _objects, AbstractTypes(), costs);
    }

    private static bool IsRoot(string type) => type is "Query" or "Mutation" or "Subscription";

    private static bool IsPart(GraphQLObjectTypeDefinition type)
        => type.Name == "PageInfo" || type.Name == nameof(PartialDate)
            || type.Name.StringValue.EndsWith("Connection", StringComparison.Ordinal)
            || type.Name.StringValue.EndsWith("Edge", StringComparison.Ordinal)
            || type.Name.StringValue.EndsWith("Payload", StringComparison.Ordinal);

    private Type? ClrTypeOf(GraphQLObjectTypeDefinition definition)
    {
        if (IsRoot(definition.Name.StringValue) || IsPart(definition)) return null;

        var type = Array.Find(
            typeof(SchemaBinder).Assembly.GetTypes(), type => type.Name == definition.Name.StringValue && type is { IsClass: true, IsAbstract: false });
        if (type is null) _mistakes.Add($"{document.PlaceOf(definition)}: type {definition.Name} has no class of that name.");
        return type;
    }

    private Dictionary<string, AbstractBinding> AbstractTypes()
    {
        var abstracts = new Dictionary<string, AbstractBinding>(StringComparer.Ordinal);
        foreach (var type in document.Types.Values)
        {
            IEnumerable<ObjectBinding>? possible = type switch
            {
                GraphQLInterfaceTypeDefinition => _objects.Values.Where(binding => InterfacesOf(binding.Name).Contains(type.Name.StringValue)),
                GraphQLUnionTypeDefinition union => union.Types?.Select(member => _objects[member.Name.StringValue]) ?? [],
                _ => null,
            };

            if (possible is not null)
                abstracts.Add(type.Name.StringValue, new AbstractBinding(type.Name.StringValue, [.. possible.OrderBy(binding => binding.Name, StringComparer.Ordinal)]));
        }

        return abstracts;
    }

    private IEnumerable<string> InterfacesOf(string type)
        => ((GraphQLObjectTypeDefinition)document.Types[type]).Interfaces?.Select(name => name.Name.StringValue) ?? [];

    private void BindFields(GraphQLObjectTypeDefinition definition, RequiredRoles roles)
    {
        var binding = _objects[definition.Name.StringValue];
        foreach (var field in definition.Fields?.AsEnumerable() ?? [])
        {
            if (BindField(definition, binding, field) is not { } bound) continue;

            bound.RequiredRole = roles.Of(definition, field);
            binding.Add(bound);
        }

        if (binding.ClrType is null) return;
        foreach (var property in PublishedProperties(binding.ClrType).Where(property => binding.FieldOrNull(CamelCase.Of(property.Name)) is null))
        {
            if (_mistakes.TrueForAll(mistake => !mistake.Contains($"{definition.Name}.{CamelCase.Of(property.Name)} ", StringComparison.Ordinal)))
                _mistakes.Add($"{document.PlaceOf(definition)}: {definition.Name} has no field {CamelCase.Of(property.Name)} for the property {property.Name}; add the field or mark the property as not published.");
        }
    }

    private FieldBinding? BindField(GraphQLObjectTypeDefinition definition, ObjectBinding owner, GraphQLFieldDefinition field)
    {
        var name = field.Name.StringValue;
        if (IsPart(definition)) return new PartField(field, ObjectOrNull(field.Type), null);
        if (_declared.Find([owner.Name, .. InterfacesOf(owner.Name)], name) is { } declared) return BindDeclared(owner, field, declared);
        if (owner.ClrType is null) return Mistake(owner, field, "has no code: declare it in a class that extends the type.");
        if (name == "id" && owner.Kind is not null) return new IdField(field);

        var property = PublishedProperties(owner.ClrType).FirstOrDefault(property => CamelCase.Of(property.Name) == name);
        return property is null
            ? Mistake(owner, field, $"has no code: add a property to {owner.ClrType.Name}, or declare it in a class that extends the type.")
            : BindProperty(owner, field, property);
    }

    private FieldBinding? BindProperty(ObjectBinding owner, GraphQLFieldDefinition field, PropertyInfo property)
    {
        if (!owner.ClrType!.IsSubclassOf(typeof(GraphRow))) return new PartField(field, ObjectOrNull(field.Type), property);

        var row = Expression.Parameter(owner.ClrType, "row");
        var value = Expression.Lambda(Expression.Property(row, property), row);
        if (property.PropertyType == typeof(PartialDate))
        {
            return TypeText.NamedTypeOf(field.Type) == nameof(PartialDate) && field.Type is not GraphQLNonNullType
                ? new PartialDateField(field, value, ObjectOrNull(field.Type)!)
                : Mistake(owner, field, $"is {field.Type.Text()}, but its property holds a partial date, which may be unknown.");
        }

        if (property.PropertyType.IsSubclassOf(typeof(GraphRow)))
        {
            return Target(owner, field, property.PropertyType) is { } target ? new ToOneField(field, value, target) : null;
        }

        var optional = IsOptional(property);
        var expected = ClrScalars.SchemaTypesOf(property.PropertyType);
        if (!expected.Contains(TypeText.NamedTypeOf(field.Type)) || field.Type is GraphQLListType or GraphQLNonNullType { Type: GraphQLListType })
            return Mistake(owner, field, $"is {field.Type.Text()}, but its property holds {string.Join(" or ", expected)}.");
        if (optional && field.Type is GraphQLNonNullType)
            return Mistake(owner, field, $"is {field.Type.Text()}, but its property may be null.");
        return new ColumnField(field, value);
    }

    private FieldBinding? BindDeclared(ObjectBinding owner, GraphQLFieldDefinition field, DeclaredField declared)
    {
        switch (declared.Value)
        {
            case LocalizedText text:
                return new LocalizedField(field, text);
            case Column column:
                return new ColumnField(field, column.Value);
            case OneOf oneOf:
                return new OneOfField(field, [.. oneOf.Members.Select(member => (member, _objects[member.Body.Type.Name]))]);
            case NodeReference reference:
                return new NodeReferenceField(field, reference.Node);
            case CanonicalNode:
                return new CanonicalField(field);
            case NodeIdOf id:
                return new NodeIdField(field, id.Node);
            case NodeLookup lookup:
                return new NodeLookupField(field, lookup);
            case TextSearch when Connection(field) is { } found:
                return new SearchField(field, _objects[nameof(SearchHit)], found);
            case Edge edge when Target(owner, field, edge.Target) is { } target:
                return new EdgeField(field, edge, target, Connection(field));
            case Lookup lookup when Target(owner, field, lookup.Target) is { } target:
                return new LookupField(field, lookup, target);
            case Listing listing when Target(owner, field, listing.Target) is { } target:
                return new ListingField(field, listing, target, Connection(field)!);
            case Mutation mutation:
                return new MutationField(field, mutation, ObjectOrNull(field.Type)!);
            case Subscription subscription:
                return new SubscriptionField(field, subscription, ObjectOrNull(field.Type)!);
            case MethodInfo method:
                return new MethodField(field, method, ObjectOrNull(field.Type));
            default:
                return null;
        }
    }

    private ObjectBinding? ObjectOrNull(GraphQLType type) => _objects.GetValueOrDefault(TypeText.NamedTypeOf(type));

    private ObjectBinding? Connection(GraphQLFieldDefinition field)
        => ObjectOrNull(field.Type) is { ClrType: null } connection ? connection : null;

    /// <summary>The object type that the field leads to, looked at through its connection; null with a mistake if it is not that of the code.</summary>
    private ObjectBinding? Target(ObjectBinding owner, GraphQLFieldDefinition field, Type clrType)
    {
        var name = TypeText.NamedTypeOf(field.Type);
        if (document.Types[name] is GraphQLObjectTypeDefinition { Fields: { } fields } && IsPart((GraphQLObjectTypeDefinition)document.Types[name]))
            name = fields.FirstOrDefault(part => part.Name == "nodes") is { } nodes ? TypeText.NamedTypeOf(nodes.Type) : name;

        if (name == clrType.Name) return _objects[name];
        Mistake(owner, field, $"leads to {name}, but its code leads to {clrType.Name}.");
        return null;
    }

    private FieldBinding? Mistake(ObjectBinding owner, GraphQLFieldDefinition field, string what)
    {
        _mistakes.Add($"{document.PlaceOf(field)}: {owner.Name}.{field.Name} {what}");
        return null;
    }

    private void CheckEnums()
    {
        var used = _objects.Values.Where(type => type.ClrType is not null)
            .SelectMany(type => PublishedProperties(type.ClrType!))
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsEnum)
            .Distinct();

        foreach (var type in used)
        {
            if (!document.Types.TryGetValue(type.Name, out var found) || found is not GraphQLEnumTypeDefinition definition) continue;

            var values = definition.Values?.Select(value => value.Name.StringValue).ToList() ?? [];
            var members = Enum.GetValues(type).Cast<Enum>().Select(member => EnumNames.Of(member)).ToList();
            foreach (var value in values.Except(members)) _mistakes.Add($"{document.PlaceOf(definition)}: {type.Name}.{value} has no member in the enum of that name.");
            foreach (var member in members.Except(values)) _mistakes.Add($"{document.PlaceOf(definition)}: {type.Name} has no value {member} for the enum's member.");
        }
    }

    private static bool IsOptional(PropertyInfo property)
        => property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static IEnumerable<PropertyInfo> PublishedProperties(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return properties.Where(property => property.GetCustomAttribute<NotPublishedAttribute>() is null
            && (property.Name != nameof(GraphRow.Id) || type.IsSubclassOf(typeof(NodeRow)) || !type.IsSubclassOf(typeof(GraphRow)))
            && !Array.Exists(properties, navigation => property.Name == navigation.Name + "Id"));
    }
}
