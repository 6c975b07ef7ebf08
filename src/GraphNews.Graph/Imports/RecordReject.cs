namespace GraphNews.Graph.Imports;

/// <summary>What an import leaves out, and why.</summary>
/// <param name="File">The file, as its caller named it.</param>
/// <param name="Line">The line, from 1; 0 if it is no one line's.</param>
/// <param name="Reason">A sentence that says what is wrong and what would be right.</param>
/// <param name="Raw">The line as it stands, or the record made of it as JSON; null if it is too long to be kept.</param>
public sealed record RecordReject(string File, int Line, string Reason, string? Raw);
