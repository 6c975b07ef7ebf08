using System.Globalization;
using System.Text.Json.Nodes;

namespace GraphNews.Benchmarks;

/// <summary>Contenders that answer the same questions about the same data, in turns: A B C, A B C, … What else the machine does slows all of them alike.</summary>
/// <param name="setting">Which graph, in which database product.</param>
/// <param name="contenders">Who answers.</param>
/// <param name="rounds">How often each is measured.</param>
/// <param name="time">For how long.</param>
internal sealed class Bout(string setting, IReadOnlyList<Contender> contenders, int rounds, TimeSpan time)
{
    /// <summary>For how long the exporter of metrics may show the same ones again, and more.</summary>
    private static readonly TimeSpan MetricsAge = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(3);

    /// <summary>Times of warming up after which one is warm, whatever its figures do.</summary>
    private const int MostWarmUps = 12;

    /// <summary>Starts all, and has each asked each question that it answers.</summary>
    public async Task<IReadOnlyList<Measurement>> RunAsync(IReadOnlyList<Question> questions)
    {
        var started = new List<Started>();
        try
        {
            foreach (var contender in contenders) started.Add(new Started(contender, await contender.StartAsync()));
            foreach (var question in questions) await CompareAnswersAsync(question, started);

            var measurements = new List<Measurement>();
            foreach (var question in questions) measurements.AddRange(await MeasureAsync(question, started));
            return measurements;
        }
        finally
        {
            started.ForEach(each => each.Process.Dispose());
        }
    }

    private static async Task CompareAnswersAsync(Question question, List<Started> started)
    {
        var answers = new List<(string Name, JsonNode? Answer)>();
        foreach (var (contender, process) in started.Where(each => each.Contender.HasSameAnswers))
        {
            if (contender.Requests(question, process.Address, 1) is [var request])
                answers.Add((contender.Name, JsonNode.Parse(await ClosedLoop.AskAsync(process.Address, request))));
        }

        foreach (var (name, answer) in answers)
        {
            if (answer?["errors"] is { } errors) throw new InvalidOperationException($"{name} answers {question.Name} with {errors.ToJsonString()}");
            if (!JsonNode.DeepEquals(answer, answers[0].Answer)) throw new InvalidOperationException($"{name} and {answers[0].Name} answer {question.Name} differently.");
        }
    }

    private async Task<List<Measurement>> MeasureAsync(Question question, List<Started> started)
    {
        var turns = new List<Turns>();
        foreach (var each in started)
        {
            if (each.Contender.Requests(question, each.Process.Address, question.Clients) is not { } requests) continue;

            turns.Add(new Turns(each, requests, []));
            await WarmUpAsync(each.Process.Address, requests);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var turn in turns)
            {
                var before = turn.Of.Process.Use;
                var result = await ClosedLoop.MeasureAsync(turn.Of.Process.Address, turn.Requests, time);
                turn.Taken.Add((result, turn.Of.Process.Use.Processor - before.Processor));
            }
        }

        var measurements = new List<Measurement>();
        foreach (var turn in turns) measurements.Add(await SumUpAsync(question, turn));
        return measurements;
    }

    /// <summary>Asks until answers come no faster than before, twice: what is asked often is compiled again while it runs, and better.</summary>
    private static async Task WarmUpAsync(Uri address, IReadOnlyList<byte[]> requests)
    {
        var (fastest, same) = (0.0, 0);
        for (var i = 0; i < MostWarmUps && same < 2; i++)
        {
            var result = await ClosedLoop.MeasureAsync(address, requests, WarmUpTime);
            var reached = result.Requests / result.Time.TotalSeconds;
            same = reached > 1.05 * fastest ? 0 : same + 1;
            fastest = Math.Max(fastest, reached);
        }
    }

    private async Task<Measurement> SumUpAsync(Question question, Turns turns)
    {
        var (contender, process) = turns.Of;
        var all = LoadResult.Microseconds();
        foreach (var (result, _) in turns.Taken) all.Add(result.Latencies);
        var before = contender.StatementsAsync is { } statements ? await statements(process) : 0;
        await Task.Delay(MetricsAge);
        var answer = await ClosedLoop.AskAsync(process.Address, turns.Requests[0]);
        await Task.Delay(MetricsAge);
        long? asked = contender.StatementsAsync is { } count ? await count(process) - before : null;
        var measurement = new Measurement
        {
            Setting = setting,
            Question = question.Name,
            Contender = contender.Name,
            RequestsPerSecond = Medians.Of(turns.Taken.Select(turn => turn.Result.Requests / turn.Result.Time.TotalSeconds)),
            ProcessorMilliseconds = turns.Taken.Sum(turn => turn.Processor.TotalMilliseconds) / all.TotalCount,
            Milliseconds50 = all.GetValueAtPercentile(50) / 1000.0,
            Milliseconds90 = all.GetValueAtPercentile(90) / 1000.0,
            Milliseconds99 = all.GetValueAtPercentile(99) / 1000.0,
            PeakMegabytes = process.Use.PeakBytes / 1e6,
            Statements = asked,
            AnswerBytes = answer.Length,
        };
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{setting} | {question.Name} | {contender.Name}: {measurement.RequestsPerSecond:0} requests/s, {measurement.ProcessorMilliseconds:0.000} ms of the processor each, p50 {measurement.Milliseconds50:0.0} ms, p99 {measurement.Milliseconds99:0.0} ms, peak {measurement.PeakMegabytes:0} MB, {asked} statements, {answer.Length} bytes"));
        return measurement;
    }

    private sealed record Started(Contender Contender, ServedProcess Process);

    private sealed record Turns(Started Of, IReadOnlyList<byte[]> Requests, List<(LoadResult Result, TimeSpan Processor)> Taken);
}
