namespace GraphNews.Benchmarks;

/// <summary>What the project aims at, all as ratios of one run.</summary>
/// <param name="measurements">What was measured.</param>
/// <param name="start">Milliseconds from start to first answer, ours and an empty server's; null where not measured.</param>
internal sealed class Goals(IReadOnlyList<Measurement> measurements, (double GraphNews, double Empty)? start)
{
    public IEnumerable<Goal> All()
    {
        var hammouchi = Question.HammouchiMeetings.Name;
        yield return new Goal($"{hammouchi} cold on SQLite, the server's processor time, against the limit", Processor(Product.Sqlite, hammouchi, Names.Limit), 2.0, IsAtMost: true);
        yield return new Goal("the same, requests a second, against Hot Chocolate", Requests(Product.Sqlite, hammouchi, Names.Cold, Names.HotChocolate), 2.4, IsAtMost: false);
        yield return new Goal("the same on PostgreSQL, against PostGraphile", Requests(Product.PostgreSql, hammouchi, Names.Cold, Names.PostGraphile), 1.5, IsAtMost: false);
        yield return new Goal("warm, requests a second, against cold", Requests(Product.Sqlite, hammouchi, Names.Warm, Names.Cold), 15, IsAtMost: false);
        yield return new Goal("warm, requests a second, against bare Kestrel that gives the same bytes", Requests("kept answers", hammouchi, Names.Warm, Names.Bare), 0.5, IsAtMost: false);
        yield return new Goal("a page of 100 officials with names, tenures and agencies, cold, processor time, against the limit", Processor(Product.Sqlite, Question.Officials.Name, Names.Limit), 2.0, IsAtMost: true);
        yield return new Goal("counterparts of the best-connected official, cold, processor time, against the limit", Processor(Product.Sqlite, Question.Counterparts.Name, Names.Limit), 1.5, IsAtMost: true);
        yield return new Goal("peak memory under this load on the largest graph", Find(Product.Sqlite, Question.Counterparts.Name, Names.Cold)?.PeakMegabytes, 400, IsAtMost: true, "MB");
        yield return new Goal("start to first answer with the sample, against an empty server of ASP.NET Core", start is { } times ? times.GraphNews / times.Empty : null, 5, IsAtMost: true);
    }

    private double? Processor(string product, string question, string beside)
        => Find(product, question, Names.Cold)?.ProcessorMilliseconds / Find(product, question, beside)?.ProcessorMilliseconds;

    private double? Requests(string product, string question, string contender, string beside)
        => Find(product, question, contender)?.RequestsPerSecond / Find(product, question, beside)?.RequestsPerSecond;

    private Measurement? Find(string product, string question, string contender)
        => measurements.FirstOrDefault(m => m.Setting.StartsWith(product, StringComparison.Ordinal) && m.Question == question && m.Contender == contender);
}
