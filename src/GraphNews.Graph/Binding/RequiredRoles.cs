using GraphNews.Graph.Execution;
using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>
/// The role that a field asks for: the highest that <c>@authorize</c> names at the field, at the same field of an
/// interface, or at the type that has the field. A directive that would not be enforced is a mistake: whoever wrote it
/// counts on it.
/// </summary>
internal sealed class RequiredRoles(SchemaDocument document, List<string> mistakes)
{
    private const string Directive = "authorize";

    public CallerRole Of(GraphQLObjectTypeDefinition type, GraphQLFieldDefinition field)
    {
        var implemented = (type.Interfaces?.AsEnumerable() ?? [])
            .Select(name => document.Types[name.Name.StringValue])
            .OfType<GraphQLInterfaceTypeDefinition>()
            .SelectMany(general => general.Fields?.Where(same => same.Name == field.Name) ?? []);
        return implemented.Prepend(field)
            .Select(place => RoleAt(place, $"{type.Name}.{field.Name}"))
            .Append(RoleAt(type, type.Name.StringValue))
            .Max();
    }

    /// <summary>Refuses the directive where nothing reads it.</summary>
    /// <param name="isPart">Whether a type is filled in by its field: a connection, an edge, page info, a date.</param>
    public void RefuseElsewhere(Func<GraphQLObjectTypeDefinition, bool> isPart)
    {
        foreach (var type in document.Types.Values)
        {
            var part = type is GraphQLObjectTypeDefinition definition && isPart(definition);
            if (part || type is not GraphQLObjectTypeDefinition) Refuse(type, type, type.Name.StringValue);
            foreach (var member in SchemaDocument.MembersOf(type))
            {
                var name = $"{type.Name}.{((INamedNode)member).Name}";
                if (part || member is not GraphQLFieldDefinition) Refuse(member, member, name);
                foreach (var argument in (member as GraphQLFieldDefinition)?.Arguments?.AsEnumerable() ?? []) Refuse(argument, member, $"{name}({argument.Name}:)");
            }
        }
    }

    private static IEnumerable<GraphQLDirective> DirectivesAt(ASTNode node)
        => (node as IHasDirectivesNode)?.Directives?.Where(directive => directive.Name == Directive) ?? [];

    private void Refuse(ASTNode node, ASTNode placed, string name)
    {
        if (DirectivesAt(node).Any())
            mistakes.Add($"{document.PlaceOf(placed)}: {name} has @authorize, which is read at object types and at fields that lead to nodes and values only.");
    }

    private CallerRole RoleAt(ASTNode node, string name)
        => DirectivesAt(node).Select(directive => RoleOf(directive, node, name)).DefaultIfEmpty(CallerRole.Anonymous).Max();

    /// <summary>One of the roles is enough, and each role includes those below it: so the lowest. Without roles, whoever is logged in.</summary>
    private CallerRole RoleOf(GraphQLDirective directive, ASTNode node, string name)
    {
        var roles = new List<CallerRole>();
        foreach (var argument in directive.Arguments?.AsEnumerable() ?? [])
        {
            switch (argument)
            {
                case { Name.StringValue: "roles", Value: GraphQLListValue list }:
                    roles.AddRange(list.Values?.Select(Role) ?? []);
                    break;
                case { Name.StringValue: "roles" }:
                    roles.Add(Role(argument.Value));
                    break;
                case { Name.StringValue: "apply", Value: GraphQLEnumValue { Name.StringValue: "BEFORE_RESOLVER" } }:
                    break;
                default:
                    Mistake($"has @authorize({argument.Name}:) with what is not read: roles is, and apply: BEFORE_RESOLVER.");
                    break;
            }
        }

        return roles.DefaultIfEmpty(CallerRole.Reader).Min();

        CallerRole Role(GraphQLValue value)
        {
            if (value is GraphQLStringValue text && RoleNames.Parse(text.Value.ToString()) is { } role) return role;

            Mistake($"has @authorize with a role that there is not. Roles: {string.Join(", ", RoleNames.All)}.");
            return CallerRole.Admin;
        }

        void Mistake(string what)
        {
            var mistake = $"{document.PlaceOf(node)}: {name} {what}";
            if (!mistakes.Contains(mistake)) mistakes.Add(mistake);
        }
    }
}
