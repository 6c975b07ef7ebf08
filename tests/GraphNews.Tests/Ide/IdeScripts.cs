using System.Diagnostics;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Ide;

/// <summary>Runs the scripts of <c>tests/ide</c>, which drive a browser.</summary>
internal static class IdeScripts
{
    /// <summary>A machine that builds and tests at once is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What the scripts need is installed once per run of the tests, whichever of them comes first.</summary>
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Where they are.</summary>
    public static string Folder => Path.Combine(SharedData.Repository, "tests", "ide");

    /// <summary>Runs a script to its end; gives what it printed.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        Assert.True(BrowserFactAttribute.Browser is not null, "There is no Chromium to test with.");
        await Installed.Value;
        return await RunProcessAsync(Folder, "node", [script, .. arguments]);
    }

    /// <summary>Runs a program in a folder to its end; gives what it printed.</summary>
    public static async Task<string> RunProcessAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}{Environment.NewLine}{output}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await RunProcessAsync(Folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
}
