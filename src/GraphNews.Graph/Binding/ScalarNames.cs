namespace GraphNews.Graph.Binding;

/// <summary>The names of the scalars that every GraphQL schema has.</summary>
internal static class ScalarNames
{
    public static bool IsBuiltIn(string name) => name is "ID" or "String" or "Int" or "Float" or "Boolean";
}
