using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GraphNews.Server.Verbs;

/// <summary>
/// Shows how far work is, on the error stream, so that what it prints can go elsewhere: on a terminal a bar with the rate and
/// the time left, else a plain line now and then.
/// </summary>
internal static class ConsoleProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>The unit of what is read from files.</summary>
    public const string Bytes = "bytes";

    /// <summary>How far it is: what is done, how much of it, of how much if that is known, and of what.</summary>
    public readonly record struct Step(string What, long Done, long? Total, string Unit);

    /// <summary>Runs the work and shows how far it is.</summary>
    public static Task<T> RunAsync<T>(Func<IProgress<Step>, Task<T>> work)
    {
        if (Console.IsErrorRedirected) return work(new PlainLines());

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    /// <summary>A step in words.</summary>
    /// <param name="step">How far it is.</param>
    /// <param name="before">How much was done when the clock began to run.</param>
    /// <param name="elapsed">How long that is ago.</param>
    internal static string Line(Step step, long before, TimeSpan elapsed)
    {
        var rate = (step.Done - before) / Math.Max(0.001, elapsed.TotalSeconds);
        var text = $"{step.What}: {Amount(step.Done, step.Unit)}";
        if (step.Total is { } total) text += $" of {Amount(total, step.Unit)}";
        if (step.Unit != Bytes) text += $" {step.Unit}";
        text += $", {Amount(rate, step.Unit)} a second";
        return step.Total is { } all && rate > 0 ? text + string.Create(CultureInfo.InvariantCulture, $", {(all - step.Done) / rate:N0} s left") : text;
    }

    private static string Amount(double count, string unit)
        => unit == Bytes ? string.Create(CultureInfo.InvariantCulture, $"{count / 1_000_000:N1} MB") : string.Create(CultureInfo.InvariantCulture, $"{count:N0}");

    /// <summary>One bar for each sort of work.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<Step>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(Step step)
        {
            if (!_tasks.TryGetValue(step.What, out var task))
            {
                _tasks[step.What] = task = context.AddTask(Markup.Escape(step.What));
                task.State.Update<bool>(RateColumn.InBytes, _ => step.Unit == Bytes);
            }

            if (step.Total is { } total) task.MaxValue = Math.Max(1, total);
            task.IsIndeterminate = step.Total is null;
            task.Value = step.Done;
        }
    }

    private sealed class PlainLines : IProgress<Step>
    {
        private readonly Stopwatch _watch = new();
        private string _what = "";
        private TimeSpan _next;
        private long _before;

        public void Report(Step step)
        {
            if (step.What != _what)
            {
                (_what, _before) = (step.What, step.Done);
                _watch.Restart();
                _next = Pause;
            }

            if (_watch.Elapsed < _next) return;
            _next = _watch.Elapsed + Pause;
            Console.Error.WriteLine(Line(step, _before, _watch.Elapsed));
        }
    }

    /// <summary>How much is done in a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        /// <summary>Under what a task keeps whether it counts bytes.</summary>
        public const string InBytes = "bytes";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
            => new Text(task.Speed is { } speed ? $"{Amount(speed, task.State.Get<bool>(InBytes) ? Bytes : "")}/s" : "");
    }
}
