namespace GraphNews.Graph.Errors;

/// <summary>Something that a caller can mend: its code and sentence go to the client as they are.</summary>
public sealed class GraphException : Exception
{
    /// <summary>An error with one of <see cref="ErrorCodes"/> and a sentence that its reader can act on.</summary>
    public GraphException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Code { get; }
}
