using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>What a field's type says of nulls, at each level of its lists.</summary>
/// <param name="MayBeNull">Whether null may stand here.</param>
/// <param name="Item">The items, where this is a list; null where it is a single value.</param>
internal sealed record AnswerType(bool MayBeNull, AnswerType? Item)
{
    public static AnswerType Of(GraphQLType type) => type switch
    {
        GraphQLNonNullType { Type: var inner } => Of(inner) with { MayBeNull = false },
        GraphQLListType { Type: var item } => new AnswerType(MayBeNull: true, Of(item)),
        _ => new AnswerType(MayBeNull: true, Item: null),
    };
}
