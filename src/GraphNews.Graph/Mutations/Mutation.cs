namespace GraphNews.Graph.Mutations;

/// <summary>A field of <c>Mutation</c>: what it writes.</summary>
/// <param name="WriteAsync">Writes by the edit, and tells what the payload shows.</param>
internal sealed record Mutation(Func<MutationEdit, CancellationToken, Task<MutationResult>> WriteAsync);

/// <summary>What the payload of a mutation shows besides version and errors.</summary>
/// <param name="Field">The payload's field.</param>
/// <param name="Node">The node that it shows, as the write leaves it; its tombstone if the write retracts it.</param>
internal sealed record MutationResult(string Field, Walk.NodeKey Node);
