namespace GraphNews.Graph.Bundles;

/// <summary>A bundle that cannot be loaded. Nothing of it was.</summary>
public sealed class BundleException : Exception
{
    /// <summary>An error at a line of a bundle.</summary>
    /// <param name="file">The file, as its caller named it.</param>
    /// <param name="line">The line, from 1; 0 if it is no one line's.</param>
    /// <param name="reason">A sentence that says what is wrong and what would be right.</param>
    /// <param name="inner">The error that told so; null if there was none.</param>
    public BundleException(string file, int line, string reason, Exception? inner = null)
        : base(line > 0 ? $"{file}, line {line}: {reason}" : $"{file}: {reason}", inner)
        => (File, Line, Reason) = (file, line, reason);

    /// <summary>The file, as its caller named it.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 if it is no one line's.</summary>
    public int Line { get; }

    /// <summary>The field that is wrong, such as <c>names[0].value</c>; null if it is no one field's.</summary>
    internal string? Field { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }
}
