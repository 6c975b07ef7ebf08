using GraphNews.Graph.Bundles;

namespace GraphNews.Graph.Imports;

/// <summary>What all batches of a run share.</summary>
/// <param name="Source">Whose records.</param>
/// <param name="Spool">The records.</param>
/// <param name="Records">What is known of all of them.</param>
/// <param name="Run">The run as it is noted in the graph.</param>
/// <param name="IsFirst">Whether the graph has nothing of the source when the run begins.</param>
internal sealed record RunState(ImportSource Source, RecordSpool Spool, RecordGraph Records, ImportRun Run, bool IsFirst)
{
    /// <summary>The slug of the article that values are cited from which no citation of the record supports.</summary>
    public string DatasetSlug { get; } = Source.Dataset ?? Names.SlugText.For($"dataset {Source.Key}", Nodes.NodeKind.SourceArticle);

    /// <summary>Whether a record may keep the id that it carries, if no node has it.</summary>
    public bool MayKeep(long id) => id >= Run.FirstFreeId && id <= Run.LastKeptId;

    /// <summary>A record that says where it is in its file.</summary>
    public static string Locator(BundleRecord record) => $"{Path.GetFileName(record.File)}, line {record.Line}";
}
