using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>Types as the schema writes them.</summary>
internal static class TypeText
{
    /// <summary>The name inside lists and non-null marks.</summary>
    public static string NamedTypeOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => NamedTypeOf(nonNull.Type),
        GraphQLListType list => NamedTypeOf(list.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    /// <summary>The type as it stands in the schema, such as <c>[Name!]!</c>.</summary>
    public static string Text(this GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => nonNull.Type.Text() + "!",
        GraphQLListType list => $"[{list.Type.Text()}]",
        _ => NamedTypeOf(type),
    };
}
