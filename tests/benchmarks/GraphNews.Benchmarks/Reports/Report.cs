using System.Globalization;
using System.Text;

namespace GraphNews.Benchmarks;

/// <summary>Writes what was measured into a page, between two marks, and plots beside it; what people wrote around the marks stays.</summary>
/// <param name="measurements">What was measured.</param>
/// <param name="skipped">Who was not, and why.</param>
/// <param name="settings">With which settings, by contender.</param>
/// <param name="start">Milliseconds from start to first answer, ours and an empty server's; null where not measured.</param>
internal sealed class Report(
    IReadOnlyList<Measurement> measurements, IReadOnlyList<(string Contender, string Reason)> skipped, IReadOnlyDictionary<string, string> settings, (double GraphNews, double Empty)? start)
{
    private const string Begin = "<!-- measured: what stands up to the next mark is written by the benchmarks -->";
    private const string End = "<!-- end of what was measured -->";

    /// <summary>Replaces what stands between the marks.</summary>
    /// <param name="page">The page, which has both marks.</param>
    public async Task WriteAsync(string page)
    {
        var text = await File.ReadAllTextAsync(page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{page} needs two lines: {Begin} and {End}");

        var plots = Path.ChangeExtension(page, null);
        Directory.CreateDirectory(plots);
        await File.WriteAllTextAsync(page, $"{text[..(begin + Begin.Length)]}\n\n{await ResultsAsync(plots)}\n{text[end..]}");
    }

    private async Task<string> ResultsAsync(string plots)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Measured {Machine.Describe()}\n\n");
        text.Append("| measure | aim | measured | |\n| --- | --- | --- | --- |\n");
        foreach (var goal in new Goals(measurements, start).All()) text.Append(CultureInfo.InvariantCulture, $"{goal}\n");
        if (start is { } times) text.Append(CultureInfo.InvariantCulture, $"\nStart to first answer: {times.GraphNews:0} ms; an empty server {times.Empty:0} ms.\n");

        foreach (var group in measurements.GroupBy(m => (m.Setting, m.Question)))
        {
            var title = $"{group.Key.Question} on {group.Key.Setting}";
            text.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n");
            text.Append("| | requests/s | processor per request | p50 | p90 | p99 | statements | peak memory | answer |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var each in group) text.Append(Row(each));
            var name = $"{string.Concat(title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Replace("--", "-", StringComparison.Ordinal)}.svg";
            await File.WriteAllTextAsync(Path.Combine(plots, name), Plot.Bars($"{title}: requests a second", [.. group.Select(m => (m.Contender, m.RequestsPerSecond))]));
            text.Append(CultureInfo.InvariantCulture, $"\n![{title}: requests a second]({Path.GetFileName(plots)}/{name})\n");
        }

        text.Append("\n| contender | settings |\n| --- | --- |\n");
        foreach (var (contender, with) in settings) text.Append(CultureInfo.InvariantCulture, $"| {contender} | {with} |\n");
        foreach (var (contender, reason) in skipped) text.Append(CultureInfo.InvariantCulture, $"| {contender} | not measured: {reason} |\n");
        return text.ToString();
    }

    private static string Row(Measurement each) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {each.Contender} | {each.RequestsPerSecond:#,0.#} | {each.ProcessorMilliseconds:0.00} ms | {each.Milliseconds50:0.0} ms | {each.Milliseconds90:0.0} ms | {each.Milliseconds99:0.0} ms | {each.Statements} | {each.PeakMegabytes:0} MB | {each.AnswerBytes / 1000.0:0.0} KB |\n");
}
