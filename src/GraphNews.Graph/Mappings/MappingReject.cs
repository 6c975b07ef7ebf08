using GraphNews.Graph.Imports;

namespace GraphNews.Graph.Mappings;

/// <summary>Tells an import what a mapping could make no record of.</summary>
internal static class MappingReject
{
    /// <summary>A reject.</summary>
    /// <param name="problems">What is wrong; the first tells the place.</param>
    /// <param name="raw">The row as it stands, or the record with the values that are wrong; empty if it is too long to be repeated.</param>
    /// <param name="position">How far the files were read.</param>
    public static SourceItem Of(IReadOnlyList<MappingProblem> problems, string raw, long position)
        => SourceItem.Of(
            new RecordReject(problems[0].File, problems[0].Line, string.Join(' ', problems.Select(Sentence)), raw.Length > 0 ? raw : null), position);

    /// <summary>The sentence with column and code; the place is told beside it.</summary>
    public static string Sentence(MappingProblem problem)
        => problem.Column is null ? $"{problem.Reason} ({problem.Code})" : $"Column {problem.Column}: {problem.Reason} ({problem.Code})";
}
