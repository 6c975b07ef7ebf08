using System.Diagnostics;
using System.Text.Json;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Conformance;

/// <summary>
/// Runs a script of <c>tests/conformance</c>: a client of others, in Node. A script prints one JSON object a line for each
/// thing that it found out, and tests assert on those.
/// </summary>
internal static class ConformanceRun
{
    /// <summary>A machine that builds and tests at once is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What the scripts need is installed once per run of the tests, whichever of them comes first.</summary>
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    private static string Folder => Path.Combine(SharedData.Repository, "tests", "conformance");

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">Its file, such as <c>audits.mjs</c>.</param>
    /// <param name="arguments">Its arguments, the server's address first.</param>
    /// <returns>What it printed, line by line.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string script, params string[] arguments)
    {
        await ReadyAsync();
        var lines = await RunProcessAsync("node", [script, .. arguments]);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonElement.Parse(line))];
    }

    /// <summary>Waits until all is installed.</summary>
    public static Task ReadyAsync() => Installed.Value;

    /// <summary>Begins to run a script, once all is installed.</summary>
    public static Process Start(string script, params string[] arguments) => StartProcess("node", [script, .. arguments]);

    private static Process StartProcess(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task InstallAsync()
    {
        // npm writes it last.
        var (installed, locked) = (new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json")), new FileInfo(Path.Combine(Folder, "package-lock.json")));
        if (installed.Exists && installed.LastWriteTimeUtc >= locked.LastWriteTimeUtc) return;

        await RunProcessAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
        installed.Refresh();
        installed.LastWriteTimeUtc = DateTime.UtcNow;
    }

    private static async Task<string> RunProcessAsync(string program, IEnumerable<string> arguments)
    {
        using var process = StartProcess(program, arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}{Environment.NewLine}{output}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
