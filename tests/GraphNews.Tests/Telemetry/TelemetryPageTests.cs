using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using GraphNews.Graph.Search;
using GraphNews.Graph.Telemetry;
using GraphNews.Server.Telemetry;
using GraphNews.Tests.Caching;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Telemetry;

/// <summary>The page on telemetry names all that there is and nothing else.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "telemetry.md"));

    [Fact]
    public async Task Every_metric_is_on_the_page_with_its_unit()
    {
        await using var server = await HostedGraph.StartAsync();
        var instruments = new ConcurrentDictionary<string, string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Source) instruments[instrument.Name] = instrument.Unit;
            },
        };
        listener.Start();

        Assert.Equal(
            instruments.OrderBy(instrument => instrument.Key, StringComparer.Ordinal).Select(instrument => (instrument.Key, instrument.Value)),
            Metric().Matches(Page).Select(row => (row.Groups[1].Value, (string?)row.Groups[2].Value)).OrderBy(row => row.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_attribute_of_a_span_is_on_the_page()
    {
        await using var server = await HostedGraph.StartAsync();
        await server.Part<GraphSearch>().ReadyAsync(default);
        using var traced = new TracedQuestion();
        await server.AskAsync("query Some { search(text: \"Hammouchi\") { totalCount } official { name } }");

        var told = traced.Of(TelemetryNames.Source).Concat(traced.Of(StatementSpan.SourceName)).SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Attribute().Matches(Page).Select(row => row.Groups[1].Value).Distinct().Order(StringComparer.Ordinal), told);
    }

    [Fact]
    public void Every_name_that_the_code_knows_is_on_the_page()
        => Assert.All(
            typeof(TelemetryNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!),
            name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [GeneratedRegex("^\\| `([a-z_.]+)` \\| `([^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Metric();

    /// <summary>The rows of tables of two columns whose first is a name with dots.</summary>
    [GeneratedRegex("^\\| `([a-z_]+\\.[a-z_.]+)` \\| (?!`[^`]+` \\|)[^|]*\\|$", RegexOptions.Multiline)]
    private static partial Regex Attribute();
}
