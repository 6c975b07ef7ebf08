using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mappings.People;

namespace GraphNews.Graph.Mappings;

/// <summary>
/// The records that a mapping makes of its CSV files. Every file is read twice: first to see that it can be read to its end
/// and to collect what stands all over it, then row by row. So nothing is imported of a mapping whose last file is broken.
/// </summary>
public sealed class CsvRecordSource : INoticingSource
{
    private readonly Mapping _mapping;
    private readonly Offices _offices = new();
    private readonly KeysSeen _keys = new();
    private readonly WrittenOfficeHolders _people;

    /// <summary>The records of a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    internal CsvRecordSource(Mapping mapping)
    {
        _mapping = mapping;
        _people = new WrittenOfficeHolders(_offices, Report.People);
        Source = new ImportSource(mapping.Name, $"import:{mapping.Name}")
        {
            Reason = $"Import of {mapping.Name} from CSV files",
            Length = mapping.Sources.Sum(file => new FileInfo(PathOf(file)) is { Exists: true } info ? info.Length : 0),
        };
    }

    /// <summary>Reads a mapping file. The CSV files are opened when the records are read.</summary>
    /// <param name="path">The mapping file.</param>
    /// <exception cref="BundleException">It cannot be opened, or says what mappings cannot say.</exception>
    public static CsvRecordSource Open(string path)
    {
        try
        {
            return new CsvRecordSource(MappingReader.Read(path));
        }
        catch (MappingException error)
        {
            throw Unreadable(error);
        }
    }

    /// <summary>Whether a file is a mapping, by its name: it ends in <c>.yml</c> or <c>.yaml</c>.</summary>
    /// <param name="path">The file.</param>
    public static bool IsMapping(string path)
        => Path.GetExtension(path).ToUpperInvariant() is ".YML" or ".YAML";

    /// <inheritdoc/>
    public ImportSource Source { get; }

    /// <summary>What was made and noticed so far; whole when the last record was read.</summary>
    internal MappingReport Report { get; } = new();

    /// <inheritdoc/>
    public IEnumerable<string> Summary => Report.Summary;

    /// <summary>What was imported, but not all of it, each with its place; the first 10,000 are kept.</summary>
    public IEnumerable<string> Notices => Report.Notices.Select(notice => notice.ToString());

    /// <inheritdoc/>
    public Action<MappingNotice>? Noticed
    {
        get => Report.Noticed;
        set => Report.Noticed = value;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var collected = new List<IReadOnlyList<CollectedRecords>>();
        foreach (var source in _mapping.Sources)
        {
            collected.Add(await SurveyAsync(source, cancel).ConfigureAwait(false));
        }

        var position = 0L;
        foreach (var content in MappedSources.Of(_mapping))
        {
            yield return Record(content, _mapping.File, 1, position);
        }

        foreach (var (source, records) in _mapping.Sources.Zip(collected))
        {
            foreach (var item in records.SelectMany(all => Items(all, source, position)))
            {
                yield return item;
            }

            await foreach (var item in ReadAsync(source, position, cancel).ConfigureAwait(false))
            {
                yield return item;
            }

            position += new FileInfo(PathOf(source)).Length;
        }
    }

    private string PathOf(SourceMapping source) => Path.Combine(_mapping.Folder, source.File);

    private async Task<IReadOnlyList<CollectedRecords>> SurveyAsync(SourceMapping source, CancellationToken cancel)
    {
        var collected = source.Records.Where(record => record.Collect).Select(record => new CollectedRecords(source, record, Report)).ToList();
        try
        {
            await foreach (var (row, _, _) in new CsvFile(PathOf(source), source.File, source).ReadAsync(cancel).ConfigureAwait(false))
            {
                if (row is not null && source.Where.All(condition => condition.Holds(row)))
                {
                    collected.ForEach(records => records.Add(row));
                }
            }
        }
        catch (MappingException error)
        {
            throw Unreadable(error);
        }

        return collected;
    }

    private IEnumerable<SourceItem> Items(CollectedRecords collected, SourceMapping source, long position)
    {
        foreach (var (problems, row) in collected.Problems)
        {
            yield return MappingReject.Of(problems, row.Raw, position);
        }

        foreach (var (content, line) in collected.Records())
        {
            if (!_keys.Add((string)content["key"]!))
            {
                yield return Duplicate(source.File, line, content, position);
                continue;
            }

            _offices.Add(content);
            yield return Record(content, source.File, line, position);
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadAsync(SourceMapping source, long before, [EnumeratorCancellation] CancellationToken cancel)
    {
        var builders = source.Records.Where(record => !record.Collect)
            .Select(record => (record, new RecordBuilder(source, record, _people, Report))).ToList();
        var group = new List<CsvRow>();
        string? groupOf = null;
        var file = new CsvFile(PathOf(source), source.File, source);
        await foreach (var (row, problem, raw) in file.ReadAsync(cancel).ConfigureAwait(false))
        {
            Report.Rows++;
            var position = before + file.Position;
            if (row is null)
            {
                yield return MappingReject.Of([problem!], raw, position);
                continue;
            }

            if (!source.Where.All(condition => condition.Holds(row)))
            {
                continue;
            }

            var next = source.Group?.Of(row);
            if (group.Count > 0 && (next is null || next != groupOf))
            {
                foreach (var item in Items(group, source, builders, position))
                {
                    yield return item;
                }

                group.Clear();
            }

            group.Add(row);
            groupOf = next;
        }

        foreach (var item in Items(group, source, builders, before + file.Position))
        {
            yield return item;
        }
    }

    private IEnumerable<SourceItem> Items(
        List<CsvRow> group, SourceMapping source, List<(RecordMapping Record, RecordBuilder Builder)> builders, long position)
    {
        foreach (var (record, builder) in builders)
        {
            var rows = group.Where(row => record.Where.All(condition => condition.Holds(row))).ToList();
            var byKey = RowsByKey.Of(record, rows, out var unkeyed);
            foreach (var (key, some) in byKey)
            {
                yield return Make(source, builder, key, some, position);
            }

            foreach (var (problem, row) in unkeyed)
            {
                yield return MappingReject.Of([problem], row.Raw, position);
            }
        }
    }

    private SourceItem Make(SourceMapping source, RecordBuilder builder, string key, List<CsvRow> rows, long position)
    {
        try
        {
            var content = builder.Build(key, rows);
            if (!_keys.Add(key))
            {
                return Duplicate(source.File, rows[0].Line, content, position);
            }

            _offices.Add(content);
            return Record(content, source.File, rows[0].Line, position);
        }
        catch (RejectedRecordException error)
        {
            return MappingReject.Of(error.Problems, error.Content.ToJsonString(), position);
        }
    }

    private static SourceItem Duplicate(string file, int line, JsonObject content, long position)
        => MappingReject.Of(
            [new MappingProblem(
                file, line, null, MappingCodes.DuplicateKey,
                $"An earlier row has the key '{content["key"]}'. Rows that tell of the same have to stand together (group), or be collected (collect).")],
            content.ToJsonString(),
            position);

    private SourceItem Record(JsonObject content, string file, int line, long position)
    {
        Report.Count((string)content["type"]!);
        return SourceItem.Of(new BundleRecord(file, line, JsonSerializer.SerializeToElement(content)), position);
    }

    private static BundleException Unreadable(MappingException error)
        => new(error.Problem.File, error.Problem.Line, MappingReject.Sentence(error.Problem), error);
}
