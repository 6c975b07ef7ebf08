using System.Diagnostics;
using System.Globalization;
using GraphNews.Graph.Execution;

namespace GraphNews.Benchmarks;

/// <summary>Page 1,000 of connections beside page 1.</summary>
internal static class PageBenchmark
{
    private const int Page = 1000;
    private const int Runs = 60;

    private static readonly (string Name, string List)[] Lists =
    [
        ("officials by sort name", "officials(first: 10{0}) {{ nodes {{ slug name }} pageInfo {{ endCursor hasNextPage }} }}"),
        ("meetings by date, the latest first", "meetings(first: 10, order: [{{ starts: DESC }}]{0}) {{ nodes {{ slug starts {{ text }} title }} pageInfo {{ endCursor hasNextPage }} }}"),
        ("meetings of a kind by date", "meetings(first: 10, where: {{ kind: {{ in: [VISIT, CALL] }} }}, order: [{{ starts: ASC }}, {{ slug: ASC }}]{0}) {{ nodes {{ slug }} pageInfo {{ endCursor hasNextPage }} }}"),
    ];

    public static async Task RunAsync(IGraphEngine engine)
    {
        foreach (var (name, list) in Lists)
        {
            string? cursor = null;
            for (var page = 1; page < Page; page++) cursor = (await TimeAsync(engine, list, cursor)).Cursor;

            var (first, last) = (new List<double>(), new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                first.Add((await TimeAsync(engine, list, null)).Milliseconds);
                last.Add((await TimeAsync(engine, list, cursor)).Milliseconds);
            }

            var (one, far) = (Medians.Of(first), Medians.Of(last));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: page 1 {one:0.00} ms, page {Page} {far:0.00} ms, {far / one:0.00} times"));
        }
    }

    private static async Task<(double Milliseconds, string Cursor)> TimeAsync(IGraphEngine engine, string list, string? after)
    {
        var field = string.Format(CultureInfo.InvariantCulture, list, after is null ? "" : ", after: $after");
        var watch = Stopwatch.StartNew();
        var data = await QuestionBenchmark.AskAsync(engine, after is null ? $"{{ page: {field} }}" : $"query ($after: String) {{ page: {field} }}", new { after });
        var elapsed = watch.Elapsed.TotalMilliseconds;
        return (elapsed, data.GetProperty("page").GetProperty("pageInfo").GetProperty("endCursor").GetString()!);
    }
}
