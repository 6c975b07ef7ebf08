using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Mutations;

/// <summary>What came of a mutation.</summary>
/// <param name="Field">The payload's field that shows the node; null if nothing was written.</param>
/// <param name="Node">The node; null if nothing was written.</param>
/// <param name="Version">The version that was made; null if nothing was written.</param>
/// <param name="Error">Why nothing was written; null if all went well.</param>
internal sealed record MutationPayload(string? Field, NodeKey? Node, long? Version, object? Error);
