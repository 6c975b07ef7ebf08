using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GraphNews.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed partial class ServedProcess : IDisposable
{
    private readonly Process _process;

    private ServedProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What it has used so far.</summary>
    public ProcessUse Use => ProcessUse.Of(_process.Id);

    /// <summary>Starts a program and waits until it says where it serves.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables of its environment beside ours.</param>
    public static async Task<ServedProcess> StartAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Serves().Match(line) is not { Success: true } match) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new ServedProcess(process, new Uri(match.Groups[1].Value));
        }

        throw new InvalidOperationException($"{program} ended before it served: {string.Join('\n', said)}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex("serves (http://\\S+)")]
    private static partial Regex Serves();
}
