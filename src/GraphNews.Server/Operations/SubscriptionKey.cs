using GraphNews.Graph.Execution;

namespace GraphNews.Server.Operations;

/// <summary>What the answers of a subscription depend on. Whoever asks with the same key is given the same answers.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which operation of it; null if it has only one.</param>
/// <param name="Variables">The variables as they were sent.</param>
/// <param name="Languages">The languages that are preferred.</param>
/// <param name="Role">What the subscriber may see.</param>
internal sealed record SubscriptionKey(string Query, string? OperationName, string? Variables, string Languages, CallerRole Role)
{
    public static SubscriptionKey Of(GraphRequest request)
        => new(request.Query, request.OperationName, request.Variables?.GetRawText(), string.Join(',', request.Languages), request.Caller.Role);
}
