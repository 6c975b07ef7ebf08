namespace GraphNews.Benchmarks;

/// <summary>The whole comparison: publishes the programs, makes the graphs, measures.</summary>
internal sealed class Comparison
{
    public required bool IsShort { get; init; }

    public required string Folder { get; init; }

    public required string? Server { get; init; }

    public required int Participations { get; init; }

    public required IReadOnlyCollection<string> Parts { get; init; }

    private int Rounds => IsShort ? 3 : 7;

    private TimeSpan Time => TimeSpan.FromSeconds(IsShort ? 3 : 8);

    public async Task RunAsync()
    {
        Directory.CreateDirectory(Folder);
        var programs = await PublishedPrograms.PublishAsync(Folder, Server);
        var measurements = new List<Measurement>();
        if (Parts.Contains("sqlite")) measurements.AddRange(await OnSqliteAsync(programs));
    }

    private async Task<IReadOnlyList<Measurement>> OnSqliteAsync(PublishedPrograms programs)
    {
        var own = new OwnContenders(programs, "Sqlite", await new GraphFolder(Folder).SqliteAsync(Participations));
        return await new Bout($"SQLite, {Participations:N0} participations", [own.Limit, own.Cold("cold", programs.Server), own.Warm("warm", programs.Server)], Rounds, Time)
            .RunAsync([Question.HammouchiMeetings, Question.Officials, Question.Counterparts]);
    }
}
