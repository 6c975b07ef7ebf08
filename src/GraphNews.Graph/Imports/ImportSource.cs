namespace GraphNews.Graph.Imports;

/// <summary>Whose records an import brings.</summary>
/// <param name="Key">
/// The same for every run of the same source, at most 100 characters: by it and by a record's key a run knows what an
/// earlier one has imported.
/// </param>
/// <param name="Actor">
/// Who writes, as the change log and <c>assertedBy</c> of citations have it. It has to be this source's alone: an import
/// changes only what its actor wrote last.
/// </param>
public sealed record ImportSource(string Key, string Actor)
{
    /// <summary>Why it is imported, for the change log; null if not said.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The slug of the article of kind DATASET that the records are from, in the graph or among the records; a value that
    /// is not taken over is cited from it. Null if there is none: then one is made when it is needed.
    /// </summary>
    public string? Dataset { get; init; }

    /// <summary>Whether the records are only some of the source's: then none counts as vanished.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How much there is to read, in the unit of <see cref="SourceItem.Position"/>; null if that is not known.</summary>
    public long? Length { get; init; }
}
