using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Transports;

namespace GraphNews.Tests.Docs;

/// <summary>What the page on clients has to copy works as it stands, and prints what the page says.</summary>
[Collection(SharedSampleServer.Name)]
public sealed partial class ClientsPageTests(SampleServer server)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SchemaFolder.Path, "..", "docs", "clients.md"));

    [PythonFact]
    public async Task What_is_there_to_paste_into_a_notebook_prints_what_the_page_says()
    {
        var hasPandas = await HasPandasAsync();
        var blocks = Block().Matches(Page).Where(block => hasPandas || !block.Groups["code"].Value.Contains("pandas", StringComparison.Ordinal)).ToList();
        var code = string.Join('\n', blocks.Select(block => block.Groups["code"].Value)).Replace("http://127.0.0.1:5080", server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

        var (status, output, error) = await RunAsync("-", code);

        Assert.True(status == 0, error);
        Assert.Equal(string.Concat(blocks.Select(block => block.Groups["output"].Value)), output);
        Assert.InRange(blocks.Count, 4, 5);
    }

    private static async Task<bool> HasPandasAsync() => (await RunAsync("-c", "", "import pandas")).Status == 0;

    private static async Task<(int Status, string Output, string Error)> RunAsync(string how, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [how, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYTHONUTF8"] = "1" },
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(3));
        return (process.ExitCode, output, await error);
    }

    [GeneratedRegex("```python\n(?<code>.*?)```(\n\n```text\n(?<output>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>A test that runs Python. Where there is none it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "python3")))) Skip = "There is no Python: install it (apt-get install python3).";
    }
}
