namespace GraphNews.Graph.Errors;

/// <summary>The server cannot start; its message says what is wrong and what to do, and is all that an operator needs.</summary>
public sealed class GraphStartupException : Exception
{
    /// <summary>A reason not to start, in full sentences.</summary>
    public GraphStartupException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
