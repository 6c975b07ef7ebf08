using System.Globalization;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.History;

/// <summary>An entry of the change log with the write that it belongs to: columns of a statement.</summary>
internal sealed class LoggedEntry
{
    public long Version { get; set; }

    public DateTime At { get; set; }

    public string Actor { get; set; } = "";

    public string? Reason { get; set; }

    public int Ordinal { get; set; }

    public long NodeId { get; set; }

    public NodeKind Kind { get; set; }

    public string Table { get; set; } = "";

    public string Field { get; set; } = "";

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }
}

/// <summary>Shows entries of the change log as the schema spells them.</summary>
internal static class LoggedEntries
{
    /// <summary>
    /// Entries with their writes. Who may not read an article's text is not told it by the log, nor its hash, by which a guess
    /// can be proved.
    /// </summary>
    public static IQueryable<LoggedEntry> Of(GraphDbContext graph, IQueryable<Changes.ChangeEntry> entries, bool showsText)
        => from entry in entries
           join change in graph.Changes on entry.Version equals change.Version
           let withheld = !showsText && entry.Table == "SourceArticles"
               && (entry.Field == nameof(SourceArticle.Text) || entry.Field == nameof(SourceArticle.ContentHash))
           select new LoggedEntry
           {
               Version = entry.Version, At = change.At, Actor = change.Actor, Reason = change.Reason, Ordinal = entry.Ordinal,
               NodeId = entry.NodeId, Kind = entry.Node.Kind, Table = entry.Table, Field = entry.Field,
               OldValue = withheld ? null : entry.OldValue,
               NewValue = withheld ? null : entry.NewValue,
           };

    /// <summary>What each write did to each node, in the order of the log. References become opaque ids, with one statement for all.</summary>
    /// <param name="reader">Reads what they refer to.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="withSources">Whether it is asked by which sources, for one statement more.</param>
    /// <param name="cancel">Cancels it.</param>
    public static async Task<IReadOnlyList<NodeChange>> ShowAsync(
        GraphReader reader, IReadOnlyList<LoggedEntry> entries, bool withSources, CancellationToken cancel)
    {
        var model = await reader.AskAsync((graph, _) => Task.FromResult(graph.Model), cancel).ConfigureAwait(false);
        var tables = model.GetEntityTypes().ToDictionary(type => type.GetTableName()!);
        long[] ids = [.. entries.Where(entry => IsReference(tables.GetValueOrDefault(entry.Table), entry.Field))
            .SelectMany(entry => new[] { Number(entry.OldValue), Number(entry.NewValue) }).OfType<long>().Distinct()];
        var kinds = ids.Length == 0
            ? []
            : await reader.AskAsync(
                (graph, token) => graph.Nodes.Where(node => ids.Contains(node.Id)).ToDictionaryAsync(node => node.Id, node => node.Kind, token), cancel).ConfigureAwait(false);
        var sources = withSources && entries.Count > 0 ? await ChangeSources.OfAsync(reader, entries, cancel).ConfigureAwait(false) : null;

        return
        [
            .. entries.GroupBy(entry => (entry.Version, entry.NodeId)).Select(some => (Entries: some, First: some.MinBy(entry => entry.Ordinal)!))
                .OrderBy(some => some.First.Version).ThenBy(some => some.First.Ordinal)
                .Select(some => new NodeChange
                {
                    Version = some.First.Version,
                    At = ColumnReader.IsoInstant(some.First.At),
                    Actor = some.First.Actor,
                    Reason = some.First.Reason,
                    Node = new NodeKey(some.First.Kind, some.First.NodeId),
                    Fields = [.. some.Entries.OrderBy(entry => entry.Ordinal).Select(Field)],
                    Citations = [.. sources?[some.Entries.Key] ?? []],
                    Place = [some.First.Version, some.First.Ordinal],
                }),
        ];

        FieldChange Field(LoggedEntry entry)
        {
            // The log outlives tables.
            var table = tables.GetValueOrDefault(entry.Table);
            var refers = IsReference(table, entry.Field);
            var name = refers && entry.Field.EndsWith("Id", StringComparison.Ordinal) ? entry.Field[..^2] : entry.Field;
            var part = table?.ClrType.IsSubclassOf(typeof(NodeRow)) == true ? null : table?.ClrType == typeof(Node) ? "node" : CamelCase.Of(entry.Table);
            return new FieldChange(part, CamelCase.Of(name), Value(entry.OldValue), Value(entry.NewValue));

            string? Value(string? json) => refers && Number(json) is { } id && kinds.TryGetValue(id, out var kind)
                ? $"\"{NodeId.Encode(kind.ToString(), id)}\""
                : json == "null" ? null : json;
        }
    }

    private static bool IsReference(IEntityType? table, string field)
        => field == nameof(Node.CanonicalId)
            || table?.FindProperty(field)?.GetContainingForeignKeys()
                .Any(key => key.PrincipalEntityType.ClrType is var target && (target == typeof(Node) || target.IsSubclassOf(typeof(NodeRow)))) == true;

    private static long? Number(string? json) => long.TryParse(json, CultureInfo.InvariantCulture, out var number) ? number : null;
}
