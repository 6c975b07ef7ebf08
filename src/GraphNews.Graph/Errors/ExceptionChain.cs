namespace GraphNews.Graph.Errors;

/// <summary>What led to an exception.</summary>
internal static class ExceptionChain
{
    /// <summary>The exception, then the one that led to it, and so on.</summary>
    public static IEnumerable<Exception> Chain(this Exception exception)
    {
        for (var each = exception; each is not null; each = each.InnerException) yield return each;
    }
}
