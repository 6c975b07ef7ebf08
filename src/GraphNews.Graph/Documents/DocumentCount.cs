using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>How many fields, aliases and directives a document holds, as they are written.</summary>
internal sealed class DocumentCount
{
    private int _fields;
    private int _aliases;
    private int _directives;

    /// <exception cref="GraphException"><c>TOO_MANY_FIELDS</c>, <c>TOO_MANY_ALIASES</c> or <c>TOO_MANY_DIRECTIVES</c>.</exception>
    public static void Check(GraphQLDocument document, DocumentLimits limits)
    {
        var count = new DocumentCount();
        foreach (var definition in document.Definitions) count.Add(definition);
        Refuse(count._fields, limits.Fields, ErrorCodes.TooManyFields, "fields");
        Refuse(count._aliases, limits.Aliases, ErrorCodes.TooManyAliases, "aliases");
        Refuse(count._directives, limits.Directives, ErrorCodes.TooManyDirectives, "directives");
    }

    private void Add(ASTNode node)
    {
        if (node is GraphQLField field)
        {
            _fields++;
            if (field.Alias is not null) _aliases++;
        }

        _directives += (node as IHasDirectivesNode)?.Directives?.Count ?? 0;
        if (node is GraphQLOperationDefinition { Variables: { } variables }) _directives += variables.Sum(variable => variable.Directives?.Count ?? 0);
        foreach (var below in (node as IHasSelectionSetNode)?.SelectionSet?.Selections ?? []) Add(below);
    }

    private static void Refuse(int actual, int limit, string code, string what)
    {
        if (actual > limit) throw new GraphException(code, $"The document has {actual} {what}; the limit is {limit}. Ask for less, or in several requests.");
    }
}
