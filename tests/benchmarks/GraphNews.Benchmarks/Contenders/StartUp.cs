using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>How long servers take from the start of their process to the end of their first answer, in turns.</summary>
internal static class StartUp
{
    private const int Rounds = 7;
    private const string Question = """{ official(slug: "abdellatif-hammouchi") { name meetings { totalCount nodes { slug title } } } }""";

    /// <summary>GraphNews with the sample, whose database is there, and an empty server of ASP.NET Core; medians in milliseconds.</summary>
    public static async Task<(double GraphNews, double Empty)> MeasureAsync(PublishedPrograms programs, string folder)
    {
        string[] own = ["--Urls=http://127.0.0.1:0", $"--ConnectionStrings:Graph=Data Source={Path.Combine(folder, "sample.db")}"];
        var request = new Question("start", Question, "");
        var (ours, empty) = (new List<double>(), new List<double>());

        // The first one of each makes the database, and brings the files into memory.
        for (var round = -1; round < Rounds; round++)
        {
            var started = await TimeAsync(programs.Server, own, address => request.RequestOf(0, address, "/graphql"));
            var plain = await TimeAsync(programs.Limit, ["empty", "--Urls=http://127.0.0.1:0"], address => Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
            if (round < 0) continue;
            ours.Add(started);
            empty.Add(plain);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to first answer: {Medians.Of(ours):0} ms, an empty server {Medians.Of(empty):0} ms."));
        return (Medians.Of(ours), Medians.Of(empty));
    }

    private static async Task<double> TimeAsync(string program, string[] arguments, Func<Uri, byte[]> request)
    {
        var watch = Stopwatch.StartNew();
        using var process = await ServedProcess.StartAsync(program, arguments, OwnContenders.Production);
        await ClosedLoop.AskAsync(process.Address, request(process.Address));
        return watch.Elapsed.TotalMilliseconds;
    }
}
