using System.Globalization;
using GraphNews.Graph.Binding;
using GraphQLParser.AST;

namespace GraphNews.Graph.Costs;

/// <summary>
/// Reads <c>@cost</c> and <c>@listSize</c> where they stand. One that says something else than it seems to is a mistake: the
/// limits count on it.
/// </summary>
internal sealed class CostDirectives(SchemaDocument document, List<string> mistakes)
{
    /// <summary>The weight that stands at a node; null if none does.</summary>
    public double? Weight(ASTNode node, ASTNode placed, string name)
    {
        if (Argument(DirectiveAt(node, "cost"), "weight") is not { } value) return null;
        if (value is GraphQLStringValue text && double.TryParse(text.Value.Span, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)) return weight;

        mistakes.Add($"{document.PlaceOf(placed)}: {name} has @cost with a weight that is no number.");
        return null;
    }

    /// <summary>The length of a list that stands at a field; null if none does.</summary>
    public ListSize? Size(GraphQLFieldDefinition field, string name)
    {
        if (DirectiveAt(field, "listSize") is not { } directive) return null;

        var size = new ListSize(
            Number(directive, "slicingArgumentDefaultValue") ?? Number(directive, "assumedSize") ?? 1,
            Number(directive, "assumedSize") ?? double.PositiveInfinity,
            Names(directive, "slicingArguments"),
            Names(directive, "sizedFields"));
        var unknown = size.SlicingArguments.Except((field.Arguments?.AsEnumerable() ?? []).Select(argument => argument.Name.StringValue))
            .Concat(size.SizedFields.Except(Below(field)));
        foreach (var stranger in unknown) mistakes.Add($"{document.PlaceOf(field)}: {name} has @listSize with {stranger}, which it does not have.");
        return size;
    }

    private IEnumerable<string> Below(GraphQLFieldDefinition field)
        => document.Types.GetValueOrDefault(TypeText.NamedTypeOf(field.Type)) is { } type
            ? SchemaDocument.MembersOf(type).OfType<GraphQLFieldDefinition>().Select(member => member.Name.StringValue)
            : [];

    private static GraphQLDirective? DirectiveAt(ASTNode node, string name)
        => (node as IHasDirectivesNode)?.Directives?.FirstOrDefault(directive => directive.Name == name);

    private static GraphQLValue? Argument(GraphQLDirective? directive, string name)
        => directive?.Arguments?.FirstOrDefault(argument => argument.Name == name)?.Value;

    private static double? Number(GraphQLDirective directive, string name)
        => Argument(directive, name) is GraphQLIntValue number ? double.Parse(number.Value.Span, CultureInfo.InvariantCulture) : null;

    private static List<string> Names(GraphQLDirective directive, string name)
        => [.. (Argument(directive, name) as GraphQLListValue)?.Values?.OfType<GraphQLStringValue>().Select(value => value.Value.ToString()) ?? []];
}
