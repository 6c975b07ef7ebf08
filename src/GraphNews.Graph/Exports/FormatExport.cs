using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Exports.FollowTheMoney;
using GraphNews.Graph.Exports.Networks;
using GraphNews.Graph.Exports.Popolo;
using GraphNews.Graph.Exports.Tables;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Exports;

/// <summary>The formats of others.</summary>
public enum ForeignFormat
{
    /// <summary>FollowTheMoney entities, one a line.</summary>
    FollowTheMoney,

    /// <summary>Popolo, one JSON document.</summary>
    Popolo,

    /// <summary>The network of who met whom, as GraphML.</summary>
    GraphMl,

    /// <summary>The same as GEXF.</summary>
    Gexf,

    /// <summary>Tables, a file for each kind.</summary>
    Csv,
}

/// <summary>What of the graph is written, and how.</summary>
/// <param name="Format">The format.</param>
/// <param name="Where">Which nodes: by list a filter as the list takes it, as JSON or as GraphQL writes it; null for all.</param>
/// <param name="HasMark">Whether tables are for spreadsheets: with a byte order mark, and no cell that one would compute.</param>
public sealed record FormatOptions(ForeignFormat Format, string? Where = null, bool HasMark = false);

/// <summary>
/// Writes the graph in a format of others: one version of it, in flat memory, the same bytes for the same graph. It shows no more
/// than readers are shown: texts of articles only where they are published. <c>docs/formats.md</c> has the formats.
/// </summary>
/// <param name="storage">Where the graph is kept.</param>
/// <param name="binding">The schema, by which filters are read.</param>
/// <param name="walk">The languages, and whether texts are published.</param>
public sealed class FormatExport(IGraphStorage storage, SchemaBinding binding, WalkOptions walk)
{
    /// <summary>Writes the graph.</summary>
    /// <param name="options">What, and how.</param>
    /// <param name="open">Opens the file of a name to be written; formats of one file ask once, for an empty name. What it opens is disposed here.</param>
    /// <param name="progress">Hears how many records are read, of how many; null if nobody wants to.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <exception cref="GraphException">The filter is none of the schema, or a name in it fits too many.</exception>
    public async Task<ExportReport> WriteAsync(
        FormatOptions options, Func<string, Stream> open, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(open);
        using var statements = new StatementCache();
        var snapshot = await storage.BeginReadAsync(cancel).ConfigureAwait(false);
        var reader = new GraphReader(binding, statements, new OperationLanguages([], walk.Languages), snapshot);
        await using (reader.ConfigureAwait(false))
        {
            using var files = new ExportFiles(open);
            using var format = Create(options, files, reader);
            var filter = options.Where is { } where ? await ExportFilter.ReadAsync(where, format.Filtered, reader, cancel).ConfigureAwait(false) : null;
            return await new ExportRun(new ExportScope(snapshot.Context, filter, walk.Languages), format).RunAsync(progress, cancel).ConfigureAwait(false);
        }
    }

    private ExportFormat Create(FormatOptions options, ExportFiles files, GraphReader reader) => options.Format switch
    {
        ForeignFormat.FollowTheMoney => new FollowTheMoneyFormat(files, walk.PublishesText),
        ForeignFormat.Popolo => new PopoloFormat(files),
        ForeignFormat.GraphMl => new NetworkFormat(new GraphMlWriter(files), reader),
        ForeignFormat.Gexf => new NetworkFormat(new GexfWriter(files), reader),
        ForeignFormat.Csv => new TableFormat(files, options.HasMark, walk.PublishesText),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };
}
