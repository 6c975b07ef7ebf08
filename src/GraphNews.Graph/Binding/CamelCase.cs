namespace GraphNews.Graph.Binding;

/// <summary>The schema's spelling of a C# name.</summary>
internal static class CamelCase
{
    public static string Of(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
