namespace GraphNews.Graph.Names;

/// <summary>Somebody or something that has a name like the one asked for.</summary>
/// <param name="SubjectId">The node.</param>
/// <param name="Match">How well its best name matches, and by which rule.</param>
public readonly record struct FoundName(long SubjectId, NameMatch Match);
