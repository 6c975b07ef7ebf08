using GraphQLParser.AST;

namespace GraphNews.Graph.Documents;

/// <summary>A field of an answer, with all that is selected below it, whichever fragments brought it.</summary>
/// <param name="Name">Its name in the answer.</param>
/// <param name="Type">The name of its type; null for <c>__typename</c>.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Fields">Where it is selected.</param>
internal sealed record SelectedField(string Name, string? Type, bool IsList, IReadOnlyList<GraphQLField> Fields)
{
    /// <summary>Whether nothing can be selected below it.</summary>
    public bool IsLeaf => Fields[0].SelectionSet is null;
}
