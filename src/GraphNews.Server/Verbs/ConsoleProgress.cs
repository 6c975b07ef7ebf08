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

    /// <summary>One bar for each sort of work.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<Step>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(Step step)
        {
            if (!_tasks.TryGetValue(step.What, out var task)) _tasks[step.What] = task = context.AddTask(Markup.Escape(step.What));
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

        public void Report(Step step)
        {
            if (step.What != _what)
            {
                _what = step.What;
                _watch.Restart();
                _next = Pause;
            }

            if (_watch.Elapsed < _next) return;
            _next = _watch.Elapsed + Pause;
            Console.Error.WriteLine(Line(step, _watch.Elapsed));
        }
    }

    /// <summary>A step in words.</summary>
    internal static string Line(Step step, TimeSpan elapsed)
    {
        var rate = step.Done / Math.Max(0.001, elapsed.TotalSeconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{step.What}: {step.Done:N0}");
        if (step.Total is { } total) text += string.Create(CultureInfo.InvariantCulture, $" of {total:N0}");
        text += string.Create(CultureInfo.InvariantCulture, $" {step.Unit}, {rate:N0} a second");
        return step.Total is { } all && rate > 0 ? text + string.Create(CultureInfo.InvariantCulture, $", {(all - step.Done) / rate:N0} s left") : text;
    }

    /// <summary>How much is done in a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
            => new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0}/s") : "");
    }
}
