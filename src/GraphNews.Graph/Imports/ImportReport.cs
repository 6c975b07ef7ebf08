using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Imports;

/// <summary>What came of an import, in numbers.</summary>
public sealed record ImportReport
{
    /// <summary>How many records made a node.</summary>
    public int Created { get; init; }

    /// <summary>How many records changed their node.</summary>
    public int Updated { get; init; }

    /// <summary>How many records say what their node has.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many values came to stand as claims beside what somebody else asserts.</summary>
    public int Claimed { get; init; }

    /// <summary>How many records of earlier runs the source no longer has.</summary>
    public int Vanished { get; init; }

    /// <summary>How many nodes of vanished records were retracted.</summary>
    public int Retracted { get; init; }

    /// <summary>How many records and lines were left out.</summary>
    public int Rejected { get; init; }

    /// <summary>The newest version that the import made; the version that stands if it changed nothing.</summary>
    public long Version { get; init; }

    /// <summary>Why no vanished record was retracted though that was asked for; null if there is no such reason.</summary>
    public string? NotRetracted { get; init; }
}

/// <summary>What became of a record.</summary>
public enum ImportOutcome
{
    /// <summary>It made a node.</summary>
    Created,

    /// <summary>It changed its node.</summary>
    Updated,

    /// <summary>Its node has all that it says.</summary>
    Unchanged,

    /// <summary>A value of it stands as a claim beside what somebody else asserts.</summary>
    Claimed,

    /// <summary>An earlier run had it; the source has it no longer.</summary>
    Vanished,

    /// <summary>Its node was retracted, since the source has it no longer.</summary>
    Retracted,

    /// <summary>It was left out.</summary>
    Rejected,
}

/// <summary>One line of an import's report.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Kind">What the record is about; null where that could not be read.</param>
/// <param name="NodeId">The node; null if there is none.</param>
/// <param name="Key">What the record is called in its source; null where that could not be read.</param>
/// <param name="File">The file that it is from; null for a record that vanished.</param>
/// <param name="Line">Its line, from 1; 0 for a record that vanished.</param>
/// <param name="Detail">Why it was rejected, or which value is claimed beside which; null if there is nothing to say.</param>
public sealed record ImportedItem(ImportOutcome Outcome, NodeKind? Kind, long? NodeId, string? Key, string? File, int Line, string? Detail);

/// <summary>How far an import is.</summary>
/// <param name="Step">What it does.</param>
/// <param name="Done">How much of that is done.</param>
/// <param name="Total">How much there is; null if that is not known.</param>
public sealed record ImportProgress(ImportStep Step, long Done, long? Total);

/// <summary>What an import does.</summary>
public enum ImportStep
{
    /// <summary>Reads the source; counted as the source counts.</summary>
    Reading,

    /// <summary>Writes records; counted in records.</summary>
    Writing,
}
