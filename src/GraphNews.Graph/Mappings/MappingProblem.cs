namespace GraphNews.Graph.Mappings;

/// <summary>What is wrong at one place of a mapping file or of a CSV file.</summary>
/// <param name="File">The file, as its caller named it.</param>
/// <param name="Line">The line, from 1; 0 if it is no one line's.</param>
/// <param name="Column">The CSV file's column by its heading, or the number of the mapping file's column; null if it is no one column's.</param>
/// <param name="Code">One of <see cref="MappingCodes"/>.</param>
/// <param name="Reason">A sentence that says what is wrong and what would be right.</param>
internal sealed record MappingProblem(string File, int Line, string? Column, string Code, string Reason)
{
    /// <summary>The place and the sentence, as a person reads them.</summary>
    public override string ToString()
    {
        var line = Line > 0 ? $", line {Line}" : "";
        var column = Column is null ? "" : $", column {Column}";
        return $"{File}{line}{column}: {Reason} ({Code})";
    }
}

/// <summary>A mapping or a file that cannot be used, or a row that cannot be imported.</summary>
internal sealed class MappingException : Exception
{
    /// <summary>A problem that ends what is being done.</summary>
    public MappingException(MappingProblem problem, Exception? inner = null)
        : base(problem.ToString(), inner) => Problem = problem;

    /// <summary>What is wrong, and where.</summary>
    public MappingProblem Problem { get; }
}
