namespace GraphNews.Tests.Conformance;

/// <summary>A test that runs a client of others in Node. Where there is no Node it is skipped and says so; in CI it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        Skip = Missing;
    }

    /// <summary>Why such tests are skipped; null if they run.</summary>
    public static string? Missing => HasNode || Environment.GetEnvironmentVariable("CI") == "true" ? null : "There is no Node: install Node.js 20 or newer with npm.";

    private static bool HasNode { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));
}

/// <inheritdoc cref="NodeFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeFactAttribute.Missing;
}
