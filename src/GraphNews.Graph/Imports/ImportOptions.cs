namespace GraphNews.Graph.Imports;

/// <summary>How to import.</summary>
public sealed record ImportOptions
{
    /// <summary>Tell all, write nothing. Other writers wait until it is done.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Retract the nodes of records that the source no longer has.</summary>
    public bool RetractMissing { get; init; }

    /// <summary>Take everything or nothing: the first reject ends the import. For bundles of one batch.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Where rejects are written as a bundle to mend and import again; null if nowhere. The file is only made if there are any.</summary>
    public string? RejectsPath { get; init; }

    /// <summary>Hears how far the import is; null if nobody wants to.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }

    /// <summary>Hears what became of each record, in the order in which they are done; null if nobody wants to.</summary>
    public Action<ImportedItem>? Item { get; init; }
}
