namespace GraphNews.Graph.Mappings;

/// <summary>What was noticed on the way to a record: a row or an entity was imported, but not all of it.</summary>
/// <param name="File">The file, as the mapping or the caller names it.</param>
/// <param name="Line">The line, from 1; 0 if it is about the whole file.</param>
/// <param name="Column">The column; null if it is about the whole row.</param>
/// <param name="Code">What sort of notice it is.</param>
/// <param name="Reason">What was left out, and why.</param>
public sealed record MappingNotice(string File, int Line, string? Column, string Code, string Reason);
