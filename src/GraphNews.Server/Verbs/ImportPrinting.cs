using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Model;

namespace GraphNews.Server.Verbs;

/// <summary>Tells what became of the records of a file: in numbers, with the first that need a look, and each in the report.</summary>
/// <param name="report">Gets a line of JSON for each record; null if nobody wants that.</param>
internal sealed class ImportPrinting(TextWriter? report)
{
    /// <summary>How many of each sort are told on the console.</summary>
    private const int Shown = 10;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (ImportOutcome Outcome, string Title)[] Lists =
    [
        (ImportOutcome.Claimed, "Values that stand as claims beside what somebody else asserts"),
        (ImportOutcome.Vanished, "Records that the source has no longer"),
        (ImportOutcome.Rejected, "Left out"),
    ];

    private readonly Dictionary<ImportOutcome, List<ImportedItem>> _first = Lists.ToDictionary(list => list.Outcome, _ => new List<ImportedItem>());

    /// <summary>Takes a record in.</summary>
    public void Take(ImportedItem item)
    {
        if (_first.TryGetValue(item.Outcome, out var first) && first.Count < Shown) first.Add(item);
        report?.WriteLine(JsonSerializer.Serialize(
            new
            {
                outcome = EnumNames.Of(item.Outcome),
                type = item.Kind?.ToString(),
                id = item.NodeId,
                key = item.Key,
                file = item.File,
                line = item.File is null ? (int?)null : item.Line,
                detail = item.Detail,
            },
            Json));
    }

    /// <summary>Takes in what a mapping noticed: what was imported, but not all of it.</summary>
    public void Take(MappingNotice notice)
        => report?.WriteLine(JsonSerializer.Serialize(
            new { outcome = "NOTICED", code = notice.Code, file = notice.File, line = notice.Line, column = notice.Column, detail = notice.Reason },
            Json));

    /// <summary>What became of a file, in lines.</summary>
    public string Summary(string file, IRecordSource source, ImportReport result, ImportOptions options, string rejects)
    {
        var text = new StringBuilder();
        var isDry = options.IsDryRun;
        Line(text, $"{file} (source \"{source.Source.Key}\"){(isDry ? ", a dry run: nothing was written" : $", version {result.Version}")}");
        if (source is BundleSource { HasMark: true }) Line(text, $"  line 1: it begins with a byte order mark, which was skipped");
        Line(text, $"  {result.Created:N0} created, {result.Updated:N0} updated, {result.Unchanged:N0} unchanged, {result.Claimed:N0} claimed");
        Line(text, $"  {result.Vanished:N0} vanished, {result.Retracted:N0} retracted, {result.Rejected:N0} rejected");
        if (result.NotRetracted is { } reason) Line(text, $"  Nothing was retracted: {reason}");
        foreach (var (outcome, title) in Lists)
        {
            var count = outcome switch { ImportOutcome.Claimed => result.Claimed, ImportOutcome.Vanished => result.Vanished, _ => result.Rejected };
            if (count == 0) continue;
            Line(text, $"  {title}:");
            foreach (var item in _first[outcome]) Line(text, $"    {Place(item)}{item.Key}{(item.Detail is null ? "" : $" {item.Detail}")}");
            if (count > Shown) Line(text, $"    and {count - Shown:N0} more; --report has all");
        }

        if (result.Rejected > 0 && !isDry) Line(text, $"  Mend them in {rejects} and import that.");
        return text.ToString();
    }

    private static string Place(ImportedItem item) => item.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"line {item.Line}: ");

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
