using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Bundles;

/// <summary>
/// A node as a record states it, before the records that it points at are known: references are kept as they were
/// written, with the column that each goes into.
/// </summary>
internal sealed class Draft(BundleRecord record, NodeKind kind, NodeRow row)
{
    /// <summary>The line that it is from.</summary>
    public BundleRecord Record { get; } = record;

    /// <summary>What it is.</summary>
    public NodeKind Kind { get; } = kind;

    /// <summary>The row, without its references.</summary>
    public NodeRow Row { get; } = row;

    /// <summary>The id that it had where the bundle was written; null if it carries none.</summary>
    public long? Id { get; init; }

    /// <summary>What other records of the bundle may call it; null if nothing.</summary>
    public string? Key { get; init; }

    /// <summary>The slug that it asks for; null if one is to be made of its name.</summary>
    public string? Slug { get; init; }

    /// <summary>Its names, each a draft of its own.</summary>
    public List<Draft> Names { get; } = [];

    /// <summary>Its texts.</summary>
    public List<(string Field, string Language, string Value)> Texts { get; } = [];

    /// <summary>Its keys in other schemes.</summary>
    public List<(string Scheme, string Value)> Identifiers { get; } = [];

    /// <summary>Its links to others.</summary>
    public List<LinkDraft> Links { get; } = [];

    /// <summary>What it points at.</summary>
    public List<PendingReference> References { get; } = [];

    /// <summary>What supports it.</summary>
    public List<CitationDraft> Citations { get; } = [];

    /// <summary>Keeps a reference until it can be looked up; null points at nothing.</summary>
    public void Refer(BundleReference? reference, string field, NodeKind? kind, Action<long> set)
    {
        if (reference is not null)
        {
            References.Add(new PendingReference(reference, Record.Input?.Path + field, kind, set));
        }
    }

    /// <summary>Keeps a link to each of several nodes.</summary>
    public void Link<TLink>(
        IReadOnlyList<BundleReference> references, string field, NodeKind kind, Action<TLink, long> setOwner, Action<TLink, long> setTarget)
        where TLink : GraphRow, new()
    {
        for (var i = 0; i < references.Count; i++)
        {
            var link = new TLink();
            Links.Add(new LinkDraft(link, owner => setOwner(link, owner), [new(references[i], $"{Record.Input?.Path}{field}[{i}]", kind, target => setTarget(link, target))]));
        }
    }

    /// <summary>Keeps a text in each of its languages.</summary>
    public void AddTexts(RecordFields fields, string field)
        => Texts.AddRange(fields.Texts(field).Select(text => (field, text.Language, NameFolding.Clean(text.Value))));
}

/// <summary>A reference that is not yet looked up.</summary>
/// <param name="Reference">The reference as written.</param>
/// <param name="Field">The record's field that it stands in.</param>
/// <param name="Kind">What it has to point at; null if any entity.</param>
/// <param name="Set">Sets the column that it goes into.</param>
internal sealed record PendingReference(BundleReference Reference, string Field, NodeKind? Kind, Action<long> Set);

/// <summary>A link that is not yet looked up.</summary>
/// <param name="Row">The link's row.</param>
/// <param name="SetOwner">Sets the column of the node that the record is about.</param>
/// <param name="References">The link's other ends.</param>
internal sealed record LinkDraft(GraphRow Row, Action<long> SetOwner, IReadOnlyList<PendingReference> References);

/// <summary>A citation before its article is known and its quote is found.</summary>
internal sealed record CitationDraft(
    long? Id, BundleReference Article, string Path, string? Quote, long? Start, long? End, string? Locator, string? Field, string? Value, double? Confidence)
{
    /// <summary>Who recorded it, where that is somebody else than who imports it; null if it is not.</summary>
    public string? AssertedBy { get; init; }

    /// <summary>The carried id, if it is kept; 0 if the citation gets a new one.</summary>
    public long KeptId { get; set; }
}
