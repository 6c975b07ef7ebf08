using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>A copy of the executable and what is shipped beside it, so that a test can break a file of it.</summary>
internal static class ProgramCopy
{
    public static TemporaryFolder Create(params string[] without)
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(AppContext.BaseDirectory, file);
            if (!IsShipped(name) || Array.Exists(without, name.StartsWith)) continue;

            var target = copy.File(name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private static bool IsShipped(string name)
        => Path.GetDirectoryName(name)! is { } folder
            && (folder.Length == 0
                ? Path.GetExtension(name) is ".dll" or ".json"
                : folder.StartsWith("schema", StringComparison.Ordinal) || folder.StartsWith("samples", StringComparison.Ordinal)
                    || folder.StartsWith("ide", StringComparison.Ordinal) || folder.StartsWith("runtimes", StringComparison.Ordinal));
}
