using GraphNews.Tests.Conformance;

namespace GraphNews.Tests.Shared;

/// <summary>
/// Data that is no part of the repository and lies in <c>shared/data</c> beside it: news text and data sets of others,
/// which tests may read and the repository must not hold.
/// </summary>
internal static class SharedData
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The page that the project began with; null where the shared data are absent.</summary>
    public static string? SeedPage => Find("seed") is { } folder ? Directory.GetFiles(folder, "*.txt").Single() : null;

    /// <summary>The folder of the British ministers' CSV files; null where the shared data are absent.</summary>
    public static string? UnitedKingdom => Find("uk");

    /// <summary>Pairs of names in two scripts that are and are not the same name; null where the shared data are absent.</summary>
    public static string? CrossScriptNames => Find("names") is { } folder ? Path.Combine(folder, "cross-script.jsonl") : null;

    private static string? Find(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository, "..", "shared", "data", name));
        return Directory.Exists(folder) ? folder : null;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GraphNews.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds GraphNews.sln.");
    }
}

/// <summary>A test that reads the seed page, and is skipped, and says so, where the page is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedPageFactAttribute : FactAttribute
{
    public SeedPageFactAttribute()
    {
        if (SharedData.SeedPage is null)
        {
            Skip = "The seed page is not here: shared/data/seed has to lie beside the repository.";
        }
    }
}

/// <summary>A test that reads the British ministers' CSV files, and is skipped, and says so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnitedKingdomFactAttribute : FactAttribute
{
    public UnitedKingdomFactAttribute() => Skip = Missing;

    /// <summary>Why such tests are skipped; null if they run.</summary>
    public static string? Missing => SharedData.UnitedKingdom is null ? "The British data are not here: shared/data/uk has to lie beside the repository." : null;
}

/// <summary>A test that gives the British data to a program of others in Node, and is skipped, and says so, where either is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnitedKingdomNodeFactAttribute : FactAttribute
{
    public UnitedKingdomNodeFactAttribute() => Skip = UnitedKingdomFactAttribute.Missing ?? NodeFactAttribute.Missing;
}

/// <summary>A test that reads the pairs of names, and is skipped, and says so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CrossScriptNamesFactAttribute : FactAttribute
{
    public CrossScriptNamesFactAttribute()
    {
        if (SharedData.CrossScriptNames is null)
        {
            Skip = "The pairs of names are not here: shared/data/names has to lie beside the repository.";
        }
    }
}
