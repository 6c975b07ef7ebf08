using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>
/// A variable that may be null cannot stand in a list of what may not. GraphQL.NET's own rule looks at arguments and
/// fields only. Source: GraphQL specification, "All Variable Usages Are Allowed".
/// </summary>
internal sealed class ListItemVariables : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLListValue>(Check);

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLListValue list, ValidationContext context)
    {
        // On entering a list the engine has pushed the type inside it, without its marks; the list's own lies below.
        var type = context.TypeInfo.GetInputType(1);
        if (type is NonNullGraphType nonNull) type = nonNull.ResolvedType;
        if (type is not ListGraphType { ResolvedType: NonNullGraphType item }) return;

        foreach (var variable in list.Values?.OfType<GraphQLVariable>() ?? [])
        {
            var definition = context.Operation.Variables?.FirstOrDefault(known => known.Variable.Name == variable.Name);
            if (definition is { Type: not GraphQLNonNullType, DefaultValue: null })
            {
                context.ReportError(new ValidationError(
                    context.Document.Source, "5.8.5", $"Variable '${variable.Name}' may be null, which an item of type '{item}' may not.", variable));
            }
        }
    }
}
