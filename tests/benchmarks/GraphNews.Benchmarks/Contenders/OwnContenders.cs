using System.Globalization;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>GraphNews and the limit, over a database of either product.</summary>
/// <param name="programs">Where they are.</param>
/// <param name="product">The database product.</param>
/// <param name="connectionString">The database.</param>
internal sealed class OwnContenders(PublishedPrograms programs, string product, string connectionString)
{
    /// <summary>A page of 50 meetings may cost a little more than the defaults allow; and one address may ask as much as it likes.</summary>
    private static readonly string[] _limits = ["--Limits:FieldCost=40000", "--Limits:TypeCost=40000", "--Limits:CostPerMinute=0"];

    private static readonly string _settings = $"Release, ReadyToRun, production; {string.Join(' ', _limits)}";

    public Contender Limit { get; } = new(
        Names.Limit, "Release, ReadyToRun, production; one connection, prepared commands",
        () => ServedProcess.StartAsync(programs.Limit, [product, connectionString, "--Urls=http://127.0.0.1:0"], Production))
    {
        PathOf = question => question.Path,
        StatementsAsync = async process => long.Parse(await GetAsync(process.Address, "/statements"), CultureInfo.InvariantCulture),
    };

    /// <summary>The environment of servers of ASP.NET Core.</summary>
    public static IReadOnlyDictionary<string, string> Production { get; } = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" };

    /// <summary>GraphNews that keeps no answers.</summary>
    public Contender Cold(string name, string program) => Server(name, program, "--Cache:Bytes=0") with { Settings = $"{_settings} --Cache:Bytes=0" };

    /// <summary>GraphNews as it comes, asked the same by all.</summary>
    public Contender Warm(string name, string program) => Server(name, program) with { IsWarm = true };

    /// <summary>Kestrel with nothing behind it, which gives the bytes of a file.</summary>
    public Contender Bare(string file) => new(
        Names.Bare, "Release, ReadyToRun, production; the same bytes for every request",
        () => ServedProcess.StartAsync(programs.Limit, ["bare", file, "--Urls=http://127.0.0.1:0"], Production))
    {
        PathOf = _ => "/graphql",
    };

    private Contender Server(string name, string program, params string[] settings) => new(
        name, _settings,
        () => StartAsync(program, ["--Urls=http://127.0.0.1:0", $"--Database:Provider={product}", $"--ConnectionStrings:Graph={connectionString}", .. _limits, .. settings]))
    {
        PathOf = _ => "/graphql",
        StatementsAsync = async process => Sum(await GetAsync(process.Address, "/metrics"), "graphnews_operation_statements"),
    };

    /// <summary>Starts a server and waits for its search index, which takes a processor for a while on a large graph.</summary>
    private static async Task<ServedProcess> StartAsync(string program, IEnumerable<string> arguments)
    {
        var process = await ServedProcess.StartAsync(program, arguments, Production);
        try
        {
            while (!(await GetAsync(process.Address, "/health/ready")).Contains("\"search\":{\"status\":\"healthy\"", StringComparison.Ordinal)) await Task.Delay(200);
            return process;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private static async Task<string> GetAsync(Uri address, string path)
        => Encoding.UTF8.GetString(await ClosedLoop.AskAsync(address, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n")));

    /// <summary>The sum of a histogram in Prometheus' text, over all its attributes.</summary>
    private static long Sum(string metrics, string name)
        => metrics.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains("_sum", StringComparison.Ordinal))
            .Sum(line => (long)double.Parse(line[(line.IndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
