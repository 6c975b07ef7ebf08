using System.Diagnostics;

namespace GraphNews.Benchmarks;

/// <summary>The programs that are measured, published as they are meant to run: Release, ReadyToRun.</summary>
/// <param name="Server">GraphNews.</param>
/// <param name="Limit">The limit.</param>
internal sealed record PublishedPrograms(string Server, string Limit)
{
    /// <summary>The repository that this program was built in.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Publishes both into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="server">A folder of a published GraphNews that is to be measured instead; null for this repository's.</param>
    public static async Task<PublishedPrograms> PublishAsync(string folder, string? server)
    {
        var limit = Path.Combine(folder, "limit");
        await PublishProjectAsync("tests/benchmarks/GraphNews.Limit", limit);
        if (server is null) await PublishProjectAsync("src/GraphNews.Server", server = Path.Combine(folder, "server"));
        return new PublishedPrograms(Path.Combine(server, "GraphNews.Server"), Path.Combine(limit, "GraphNews.Limit"));
    }

    /// <summary>Publishes a project of this repository.</summary>
    /// <exception cref="SkippedException">It cannot be restored or built.</exception>
    public static async Task PublishProjectAsync(string project, string folder, params string[] properties)
    {
        Console.WriteLine($"Publishing {project} {string.Join(' ', properties)}");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(Repository, project), "--configuration", "Release", "--use-current-runtime", "--self-contained", "false", "-p:PublishReadyToRun=true",
                "--output", folder, "--verbosity", "quiet", "--nologo", .. properties,
            ])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new SkippedException($"{project} cannot be built here. {ErrorIn(said)}");
    }

    /// <summary>The first sentence of the first error, without the paths of this machine and where it looks for packages.</summary>
    private static string ErrorIn(string said)
        => said.Split('\n').FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal)) is { } line
            ? $"{line[(line.IndexOf(": error ", StringComparison.Ordinal) + 8)..].Split([" [", ". "], StringSplitOptions.None)[0].Trim()}."
            : "";

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GraphNews.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("This program has to lie in GraphNews' repository, whose servers it publishes.");
        return folder.FullName;
    }
}
