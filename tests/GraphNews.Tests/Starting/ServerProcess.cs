using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The real executable in a process of its own, in a folder of its own, on a free port.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    /// <summary>A machine that builds and tests at once is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string AnyPort = "--Urls=http://127.0.0.1:0";

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServerProcess(string? program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(program ?? AppContext.BaseDirectory, "GraphNews.Server.dll"), .. arguments])
            {
                WorkingDirectory = _folder.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it answers, such as <c>http://127.0.0.1:34567/graphql</c>.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>The folder in which it was started.</summary>
    public string Folder => _folder.Path;

    /// <summary>How much of the machine's memory it holds, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>How long processors have worked for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="graph">The graph that it serves; null for one that it makes itself, which takes seconds.</param>
    /// <param name="program">A copy of the program; null for the program itself.</param>
    /// <param name="settings">The command line.</param>
    public static Task<ServerProcess> StartAsync(TestGraph? graph = null, string? program = null, params string[] settings)
        => StartInAsync(new Dictionary<string, string>(), graph, program, settings);

    /// <summary>Starts it with more in its environment than there is here, and waits until it serves.</summary>
    public static async Task<ServerProcess> StartInAsync(
        IReadOnlyDictionary<string, string> environment, TestGraph? graph = null, string? program = null, params string[] settings)
    {
        var server = new ServerProcess(program, [.. settings, AnyPort, .. graph is null ? [] : new[] { $"--ConnectionStrings:Graph={graph.ConnectionString}" }], environment);
        try
        {
            var ended = server._process.WaitForExitAsync();
            return await Task.WhenAny(server._address.Task, ended).WaitAsync(Patience) != ended
                ? server
                : throw new InvalidOperationException($"The server did not start: {server.Error}");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits until it has ended by itself.</summary>
    public static async Task<ServerExit> RunAsync(string[] arguments, string? program = null, string? database = null)
    {
        var verbless = arguments is [] || arguments[0].StartsWith("--", StringComparison.Ordinal);
        await using var server = new ServerProcess(program,
        [
            .. verbless && !arguments.Any(argument => argument.StartsWith("--Urls", StringComparison.Ordinal)) ? [AnyPort] : Array.Empty<string>(),
            .. arguments,
            .. database is null ? [] : new[] { $"--ConnectionStrings:Graph=Data Source={database}" },
        ]);
        return await server.WaitAsync();
    }

    /// <summary>Asks it to stop as a service manager does, and waits for it.</summary>
    public async Task<ServerExit> StopAsync()
    {
        await SignalAsync();
        return await WaitAsync();
    }

    /// <summary>Asks it to stop as a service manager does.</summary>
    public async Task SignalAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task<ServerExit> WaitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return new ServerExit(_process.ExitCode, Output, Error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null) return;
        lock (text) text.AppendLine(line);

        // The last line of its greeting: whoever waited can read all of it.
        if (line == "Ctrl+C stops the server.") _address.TrySetResult(new Uri(Serves().Match(Text(text)).Groups[1].Value));
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }

    [GeneratedRegex("GraphNews serves (http://\\S+)")]
    private static partial Regex Serves();
}

/// <summary>How the executable ended and what it said.</summary>
internal sealed record ServerExit(int Code, string Output, string Error);
