namespace GraphNews.Server.Operations;

/// <summary>Whether a client wants to know what an operation costs. Hot Chocolate's header <c>GraphQL-Cost</c>.</summary>
internal enum CostReport
{
    /// <summary>The operation is answered.</summary>
    None,

    /// <summary>The operation is answered, and its cost is told beside.</summary>
    Report,

    /// <summary>The cost is told, however high, and the operation is not executed.</summary>
    Validate,
}
