using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Mappings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>
/// FollowTheMoney entities as a source of records, one a line as their sources send them. The file is read twice: first for what stands
/// all over it, then entity by entity. <c>docs/formats.md</c> says what becomes of which.
/// </summary>
public sealed class FollowTheMoneySource : INoticingSource
{
    private readonly string _path;
    private readonly MappingReport _report = new() { Unit = "entities" };
    private readonly EntityIndex _index = new();
    private readonly KeysSeen _made = new();

    /// <summary>The entities of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What the source is called; null for the file's name.</param>
    public FollowTheMoneySource(string path, string? source)
    {
        _path = path;
        var key = source ?? Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(path));
        Source = new ImportSource(key, $"import:{key}")
        {
            Reason = $"Import of {Path.GetFileName(path)}", Length = new FileInfo(path).Length, Dataset = SlugText.For($"dataset {key}", NodeKind.SourceArticle),
        };
    }

    /// <inheritdoc/>
    public ImportSource Source { get; }

    /// <inheritdoc/>
    public IEnumerable<string> Summary => _report.Summary;

    /// <inheritdoc/>
    public Action<MappingNotice>? Noticed
    {
        get => _report.Noticed;
        set => _report.Noticed = value;
    }

    /// <summary>Whether a file holds entities: its first line is one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancel">Cancels reading.</param>
    public static async Task<bool> IsAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path)) return false;
        await foreach (var (_, entity, _, _) in LinesAsync(path, cancel).ConfigureAwait(false)) return entity is not null;
        return false;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var (_, entity, _, _) in LinesAsync(_path, cancel).ConfigureAwait(false))
        {
            if (entity is not null) _index.Add(entity);
        }

        yield return Record(Dataset(), 1, 0);
        await foreach (var (line, entity, wrong, position) in LinesAsync(_path, cancel).ConfigureAwait(false))
        {
            if (entity is null)
            {
                yield return SourceItem.Of(wrong!, position);
                continue;
            }

            _report.Rows++;
            foreach (var record in Records(entity))
            {
                // Entities bring the same post, place, topic or publisher along; an entity that is there twice is the import's to refuse.
                var key = (string)record["key"]!;
                if (key == entity.Id || _made.Add(key)) yield return Record(record, line, position);
            }
        }
    }

    private IEnumerable<JsonObject> Records(SourceEntity entity)
    {
        var sort = EntitySorts.Of(entity);
        if (sort is EntitySort.Unread)
        {
            Notice(entity.Line, EntityCodes.UnreadSchema, entity.Schema == "LegalEntity"
                ? $"LegalEntity {entity.Id} may be a person or a body, and nothing in it tells which."
                : $"{entity.Schema} is no schema that records have room for.");
            return [];
        }

        void Notices(string code, string reason) => Notice(entity.Line, code, reason);
        var parts = new EntityRecord(entity, _index, Notices);
        var things = new ThingRecords(entity, _index, Source.Key, parts);
        var links = new LinkRecords(entity, _index, parts, things, Notices);
        List<JsonObject> records = sort switch
        {
            EntitySort.Person => [things.Official()],
            EntitySort.Body => [things.Agency()],
            EntitySort.Position => [things.Post()],
            EntitySort.Document => [.. things.Article()],
            EntitySort.Address => [things.Place()],
            EntitySort.Event => [.. links.Meeting()],
            EntitySort.Occupancy => [.. links.Tenures()],
            EntitySort.Membership => [.. links.Memberships()],
            EntitySort.Identification => links.Identification(),
            _ => [.. links.Succession()],
        };
        foreach (var property in entity.Unread) Notices(EntityCodes.UnreadProperty, $"{entity.Schema}.{property} is not read.");
        return records;
    }

    /// <summary>The article that stands for the file: each record is cited from it.</summary>
    private JsonObject Dataset()
    {
        var article = EntityRecord.Begin("SourceArticle", EntityRecord.Dataset);
        article["slug"] = Source.Dataset;
        article["kind"] = "DATASET";
        article["title"] = Source.Key;
        return article;
    }

    private static async IAsyncEnumerable<(int Line, SourceEntity? Entity, RecordReject? Wrong, long Position)> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        var file = Open(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var line in new BundleLines(file).ReadAsync(cancel).ConfigureAwait(false))
            {
                if (line.Bytes.Span.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0) continue;
                var (entity, wrong) = Read(line);
                yield return (line.Number, entity, entity is null ? new RecordReject(path, line.Number, wrong!, Raw(line)) : null, line.Position);
            }
        }
    }

    private static (SourceEntity? Entity, string? Wrong) Read(BundleLine line)
    {
        if (line.Length > BundleLines.Longest) return (null, $"The line has {line.Length} bytes, and at most {BundleLines.Longest} are read.");
        if (!Utf8.IsValid(line.Bytes.Span)) return (null, "The line is not UTF-8. The list of rejects has it read as Latin-1; look whether that is right.");
        try
        {
            return EscapedCharacters.AreWhole(WithoutMark(line)) ? SourceEntity.Read(line.Number, JsonElement.Parse(WithoutMark(line))) : (null, EscapedCharacters.Reason);
        }
        catch (JsonException error)
        {
            return (null, $"The line is not JSON: {error.Message}");
        }
    }

    /// <summary>Some programs begin a file with a byte order mark, which UTF-8 needs not.</summary>
    private static ReadOnlySpan<byte> WithoutMark(BundleLine line)
        => line.Number == 1 && line.Bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? line.Bytes.Span[Encoding.UTF8.Preamble.Length..] : line.Bytes.Span;

    /// <summary>Bytes that are no UTF-8 are most often an older encoding of one byte a character.</summary>
    private static string? Raw(BundleLine line)
        => line.Length > BundleLines.Longest ? null : (Utf8.IsValid(line.Bytes.Span) ? Encoding.UTF8 : Encoding.Latin1).GetString(line.Bytes.Span);

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(path, 0, $"The entities cannot be opened: {error.Message}", error);
        }
    }

    private SourceItem Record(JsonObject content, int line, long position)
    {
        _report.Count((string)content["type"]!);
        return SourceItem.Of(new BundleRecord(_path, line, JsonSerializer.SerializeToElement(content)), position);
    }

    private void Notice(int line, string code, string reason) => _report.Notice(new MappingProblem(_path, line, null, code, reason));
}
