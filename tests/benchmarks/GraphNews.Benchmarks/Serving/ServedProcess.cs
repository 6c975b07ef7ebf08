using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphNews.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed partial class ServedProcess : IDisposable
{
    private readonly Process _process;

    private ServedProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts a program of this folder and waits until it says where it serves.</summary>
    public static async Task<ServedProcess> StartAsync(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Serves().Match(line) is not { Success: true } match) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServedProcess(process, new Uri(match.Groups[1].Value));
        }

        throw new InvalidOperationException($"{program} ended before it served.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex("serves (http://\\S+)")]
    private static partial Regex Serves();
}
