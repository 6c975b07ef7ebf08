namespace GraphNews.Tests.Schema;

/// <summary>The named operations that the schema comes with.</summary>
internal static class SavedOperation
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(SchemaFolder.Path, "operations", $"{name}.graphql"));
}
