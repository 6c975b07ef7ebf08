using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>A source that was imported, by the key that it calls itself.</summary>
public sealed class ImportedSource
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>What the source calls itself: <see cref="ImportSource.Key"/>.</summary>
    public string Key { get; set; } = null!;
}

/// <summary>One run of an import: many batches, each one version of the graph.</summary>
public sealed class ImportRun
{
    /// <summary>The key, rising with time.</summary>
    public long Id { get; set; }

    /// <summary>Whose records.</summary>
    public int SourceId { get; set; }

    /// <inheritdoc cref="SourceId"/>
    public ImportedSource Source { get; set; } = null!;

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>When it ended, UTC; null while it runs, or where it was broken off.</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>How it stands.</summary>
    public ImportStatus Status { get; set; }

    /// <summary>How many records are done, in the order in which they are written.</summary>
    public int Position { get; set; }

    /// <summary>
    /// The first id that no node or link had when the run began: from here on records keep the ids that they carry.
    /// </summary>
    public long FirstFreeId { get; set; }

    /// <summary>The last of those ids: the highest that a record carried when the run began.</summary>
    public long LastKeptId { get; set; }

    /// <summary>How many records made a node.</summary>
    public int Created { get; set; }

    /// <summary>How many records changed their node.</summary>
    public int Updated { get; set; }

    /// <summary>How many records say what their node has.</summary>
    public int Unchanged { get; set; }

    /// <summary>How many values stand as claims beside what somebody else asserts.</summary>
    public int Claimed { get; set; }

    /// <summary>How many records of earlier runs the source no longer has.</summary>
    public int Vanished { get; set; }

    /// <summary>How many nodes of vanished records were retracted.</summary>
    public int Retracted { get; set; }

    /// <summary>How many records and lines were left out.</summary>
    public int Rejected { get; set; }
}

/// <summary>How a run of an import stands.</summary>
public enum ImportStatus
{
    /// <summary>It runs, or was broken off: the next run of the source goes on with it.</summary>
    Running,

    /// <summary>It went through all records.</summary>
    Finished,
}

/// <summary>Which node a record of a source has become.</summary>
public sealed class ImportedRecord
{
    /// <summary>Whose record.</summary>
    public int SourceId { get; set; }

    /// <inheritdoc cref="SourceId"/>
    public ImportedSource Source { get; set; } = null!;

    /// <summary>What the record is called in its source; with the source the key.</summary>
    public string Key { get; set; } = null!;

    /// <summary>The node.</summary>
    public long NodeId { get; set; }

    /// <inheritdoc cref="NodeId"/>
    public Node Node { get; set; } = null!;

    /// <summary>What the record said when it was last written; empty where that no longer holds.</summary>
    public string ContentHash { get; set; } = null!;

    /// <summary>The run that last wrote it.</summary>
    public long RunId { get; set; }

    /// <inheritdoc cref="RunId"/>
    public ImportRun Run { get; set; } = null!;
}
