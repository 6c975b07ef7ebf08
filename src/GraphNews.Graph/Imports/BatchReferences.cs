using System.Runtime.InteropServices;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>What the references of a batch lead to: records of the run first, then nodes of the graph. Rejects records that point nowhere.</summary>
internal sealed class BatchReferences(RecordGraph run, RecordSpool spool, IReadOnlyList<BatchRecord> records, GraphLookup graph)
{
    private readonly Dictionary<int, BatchRecord> _batch = records.ToDictionary(record => record.Ordinal);
    private readonly Dictionary<CitationDraft, FoundQuote> _quotes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<long, string?> _texts = [];

    /// <summary>Finds what is wrong, until nothing more is: what points at a rejected record is rejected with it.</summary>
    public async Task RejectWrongAsync(GraphEdit edit, CancellationToken cancel)
    {
        bool found;
        do
        {
            found = RejectEach(record => Wrong(record.Draft) ?? InCircle(record));
            if (found) continue;
            await LoadTextsAsync(edit, cancel).ConfigureAwait(false);
            found = RejectEach(record => MisplacedQuote(record.Draft));
        }
        while (found);
    }

    /// <summary>The node that a reference leads to; <see cref="RejectWrongAsync"/> has seen to it that there is one.</summary>
    public long Node(BundleReference reference)
    {
        var ordinal = run.Find(RecordKey.Of(reference));
        if (ordinal < 0) return graph.Find(reference)!.Id;
        return _batch.TryGetValue(ordinal, out var record) ? record.NodeId : run.Node(ordinal);
    }

    /// <summary>Where a citation's quote stands; null if it has a locator.</summary>
    public FoundQuote? Quote(CitationDraft citation) => _quotes.GetValueOrDefault(citation);

    private bool RejectEach(Func<BatchRecord, string?> wrong)
    {
        var found = false;
        foreach (var record in records.Where(record => record.Reject is null))
        {
            record.Reject = wrong(record);
            found |= record.Reject is not null;
        }

        return found;
    }

    private string? Wrong(Draft draft)
    {
        foreach (var (reference, field, kind, _) in draft.References.Concat(draft.Links.SelectMany(link => link.References)))
        {
            if (Wrong(reference, field, kind) is { } reason) return reason;
        }

        foreach (var citation in draft.Names.Append(draft).SelectMany(cited => cited.Citations))
        {
            if (Wrong(citation.Article, $"{citation.Path}.article", NodeKind.SourceArticle) is { } reason) return reason;
        }

        return null;
    }

    private string? Wrong(BundleReference reference, string field, NodeKind? wanted)
    {
        NodeKind kind;
        var ordinal = run.Find(RecordKey.Of(reference));
        if (ordinal >= 0)
        {
            var isRejected = run.IsRejected(ordinal) || (_batch.TryGetValue(ordinal, out var record) ? record.Reject is not null : run.Node(ordinal) == 0);
            if (isRejected) return $"The field {field} points at {reference}, whose record in line {spool.Line(ordinal)} was rejected. Mend that too.";
            kind = run.Kind(ordinal);
        }
        else if (graph.Find(reference) is not { } target)
        {
            return $"The field {field} points at {reference}, which is neither in the bundle nor in the graph.";
        }
        else if (target.IsRetracted)
        {
            return $"The field {field} points at {reference}, which was retracted. Restore it, or point at another.";
        }
        else
        {
            kind = target.Kind;
        }

        return wanted is null || kind == wanted ? null : $"The field {field} points at {reference}, which is of type {kind}; {wanted} is wanted.";
    }

    /// <summary>Whether a record is a part of a part of itself; all of a circle come in one batch.</summary>
    private string? InCircle(BatchRecord record)
    {
        var lines = new List<int> { record.Draft.Record.Line };
        var seen = new HashSet<int>();
        for (var next = Parent(record); next is not null && seen.Add(next.Ordinal); next = Parent(next))
        {
            lines.Add(next.Draft.Record.Line);
            if (next == record) return $"The record is a part of itself: the field {ParentField(record)} leads in a circle through the lines {string.Join(", ", lines)}.";
        }

        return null;
    }

    private BatchRecord? Parent(BatchRecord record)
        => ParentReference(record) is { } parent && run.Find(RecordKey.Of(parent.Reference)) is var ordinal and >= 0 ? _batch.GetValueOrDefault(ordinal) : null;

    private static string ParentField(BatchRecord record) => ParentReference(record)!.Field;

    /// <summary>The reference to the same kind of entity: an agency's parent, a topic's broader one.</summary>
    internal static PendingReference? ParentReference(BatchRecord record)
        => record.Draft.Row is Entity ? record.Draft.References.Find(reference => reference.Kind == record.Draft.Kind) : null;

    private async Task LoadTextsAsync(GraphEdit edit, CancellationToken cancel)
    {
        var articles = Quoting(records).Select(citation => citation.Article).Distinct().Where(article => BatchArticle(article) is null)
            .Select(Node).Where(id => id != 0 && !_texts.ContainsKey(id)).ToHashSet();
        if (articles.Count == 0) return;

        // Tracked: the writer compares the quotes with them once more.
        foreach (var article in await edit.Tables[NodeKind.SourceArticle].FindAsync(edit.Context, articles, cancel).ConfigureAwait(false))
            _texts[article.Id] = ((SourceArticle)article).Text;
    }

    private string? MisplacedQuote(Draft draft)
    {
        foreach (var citation in draft.Names.Append(draft).SelectMany(cited => cited.Citations).Where(citation => citation.Locator is null))
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_quotes, citation, out _);
            if (found is not null) continue;
            var text = BatchArticle(citation.Article) is { } article ? article.Text : _texts.GetValueOrDefault(Node(citation.Article));
            if (text is null) return $"The article {citation.Article} has no text, so nothing can be quoted from it. Give a locator.";
            (found, var error) = QuoteFinder.Find(text, citation.Quote, citation.Start, citation.End);
            if (error is not null) return $"{citation.Path}: {error}";
        }

        return null;
    }

    private SourceArticle? BatchArticle(BundleReference reference)
        => run.Find(RecordKey.Of(reference)) is var ordinal and >= 0 && _batch.TryGetValue(ordinal, out var record)
            ? record.Draft.Row is SourceArticle { Text: not null } article ? article : null
            : null;

    private static IEnumerable<CitationDraft> Quoting(IEnumerable<BatchRecord> records)
        => records.Where(record => record.Reject is null)
            .SelectMany(record => record.Draft.Names.Append(record.Draft))
            .SelectMany(cited => cited.Citations)
            .Where(citation => citation.Locator is null);
}
