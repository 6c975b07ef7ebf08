using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Tests.Schema;

/// <summary>The contract as its files hold it.</summary>
internal static class SchemaFolder
{
    private static string Root { get; } = FindRoot();

    /// <summary>Where the files are.</summary>
    public static string Path => System.IO.Path.Combine(Root, "schema");

    /// <summary>The hand-written files, by name.</summary>
    public static IEnumerable<(string File, GraphQLDocument Document)> Documents()
        => Directory.GetFiles(Path, "*.graphql")
            .Order(StringComparer.Ordinal)
            .Select(path => (System.IO.Path.GetFileName(path), Parser.Parse(File.ReadAllText(path))));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "GraphNews.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds GraphNews.sln.");
    }
}
