using System.Globalization;

namespace GraphNews.Benchmarks;

/// <summary>The whole comparison: publishes the programs, makes the graphs, measures, and writes it down.</summary>
internal sealed class Comparison
{
    /// <summary>The graph that PostgreSQL holds: answers to what is asked there are of one size however large it is.</summary>
    private const int OnServers = 100_000;

    private readonly List<Measurement> _measurements = [];
    private readonly List<(string Contender, string Reason)> _skipped = [];
    private readonly Dictionary<string, string> _settings = [];

    /// <summary>Fewer and shorter rounds.</summary>
    public required bool IsShort { get; init; }

    /// <summary>Where graphs and published programs are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>The size of the largest graph.</summary>
    public required int Participations { get; init; }

    /// <summary>Which parts are measured: <c>sqlite</c>, <c>postgresql</c>, <c>start</c>.</summary>
    public required IReadOnlyCollection<string> Parts { get; init; }

    /// <summary>A folder with a published GraphNews; null for this repository's.</summary>
    public string? Server { get; init; }

    /// <summary>The same, with Hot Chocolate for engine; null to publish it.</summary>
    public string? HotChocolateServer { get; init; }

    /// <summary>A folder with the published peer; null to publish it.</summary>
    public string? HotChocolatePeerFolder { get; init; }

    /// <summary>The page that the results are written into; null for none.</summary>
    public string? Page { get; init; }

    private int Rounds => IsShort ? 3 : 7;

    private TimeSpan Time => TimeSpan.FromSeconds(IsShort ? 4 : 8);

    public async Task RunAsync()
    {
        Directory.CreateDirectory(Folder);
        var programs = await PublishedPrograms.PublishAsync(Folder, Server);
        var otherEngine = HotChocolateServer ?? await UnlessSkippedAsync(Names.ColdOnHotChocolate, async () =>
        {
            var folder = Path.Combine(Folder, "hot-chocolate-server");
            await PublishedPrograms.PublishProjectAsync("src/GraphNews.Server", folder, "-p:GraphQLEngine=HotChocolate");
            return folder;
        });
        var peer = HotChocolatePeerFolder ?? await UnlessSkippedAsync(Names.HotChocolate, () => HotChocolatePeer.PublishAsync(Path.Combine(Folder, "hot-chocolate-peer")));

        if (Parts.Contains("sqlite")) await OnSqliteAsync(programs, otherEngine, peer);
        if (Parts.Contains("postgresql")) await UnlessSkippedAsync(Product.PostgreSql, () => OnPostgreSqlAsync(programs, otherEngine, peer));
        (double, double)? start = Parts.Contains("start") ? await StartUp.MeasureAsync(programs, Folder) : null;
        if (Page is not null) await new Report(_measurements, _skipped, _settings, start).WriteAsync(Page);
    }

    private async Task OnSqliteAsync(PublishedPrograms programs, string? otherEngine, string? peer)
    {
        var connection = await new GraphFolder(Folder).SqliteAsync(Participations);
        var own = new OwnContenders(programs, "Sqlite", connection);
        await MeasureAsync(Product.Sqlite, Participations, All(own, programs, otherEngine, peer, "Sqlite", connection), [Question.HammouchiMeetings, Question.Officials, Question.Counterparts]);

        var warm = own.Warm(Names.Warm, programs.Server);
        var bare = own.Bare(await KeepAnswerAsync(warm));
        await MeasureAsync("kept answers", Participations, [warm, bare], [Question.HammouchiMeetings]);
    }

    private async Task<string> OnPostgreSqlAsync(PublishedPrograms programs, string? otherEngine, string? peer)
    {
        await using var server = await PostgreSqlGraph.StartAsync();
        var connection = await PostgreSqlGraph.FillAsync(server, OnServers);
        var contenders = All(new OwnContenders(programs, "PostgreSql", connection), programs, otherEngine, peer, "PostgreSql", connection);
        if (await UnlessSkippedAsync(Names.PostGraphile, () => PostGraphile.InstallAsync(server)) is { } postGraphile) contenders.Add(postGraphile);

        // Who does not count its statements is counted by the server.
        var counted = contenders.ConvertAll(each => each.StatementsAsync is null ? each with { StatementsAsync = _ => PostgreSqlGraph.StatementsAsync(server) } : each);
        await MeasureAsync(Product.PostgreSql, OnServers, counted, [Question.HammouchiMeetings]);
        return connection;
    }

    private static List<Contender> All(OwnContenders own, PublishedPrograms programs, string? otherEngine, string? peer, string product, string connection)
    {
        List<Contender> contenders = [own.Limit, own.Cold(Names.Cold, programs.Server), own.Warm(Names.Warm, programs.Server)];
        if (otherEngine is not null) contenders.Add(own.Cold(Names.ColdOnHotChocolate, Path.Combine(otherEngine, "GraphNews.Server")));
        if (peer is not null) contenders.Add(HotChocolatePeer.Over(peer, product, connection));
        return contenders;
    }

    private async Task MeasureAsync(string setting, int participations, IReadOnlyList<Contender> contenders, IReadOnlyList<Question> questions)
    {
        foreach (var contender in contenders) _settings[contender.Name] = contender.Settings;
        var name = string.Create(CultureInfo.InvariantCulture, $"{setting}, {participations:N0} participations");
        _measurements.AddRange(await new Bout(name, contenders, Rounds, Time).RunAsync(questions));
    }

    private async Task<string> KeepAnswerAsync(Contender contender)
    {
        using var process = await contender.StartAsync();
        var file = Path.Combine(Folder, "kept-answer.json");
        await File.WriteAllBytesAsync(file, await ClosedLoop.AskAsync(process.Address, contender.Requests(Question.HammouchiMeetings, process.Address, 1)![0]));
        return file;
    }

    private async Task<T?> UnlessSkippedAsync<T>(string contender, Func<Task<T>> run)
        where T : class
    {
        try
        {
            return await run();
        }
        catch (SkippedException skipped)
        {
            Console.WriteLine($"{contender} is skipped: {skipped.Message}");
            _skipped.Add((contender, skipped.Message));
            return null;
        }
    }
}
