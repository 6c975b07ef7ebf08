using GraphNews.Graph.Bundles;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Identity;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Mutations;

/// <summary>A field of the input is wrong.</summary>
internal sealed record InputError(string Message, string Code, IReadOnlyList<string> Path);

/// <summary>What a field of the input points at is not there, or is one of several.</summary>
internal sealed record ReferenceError(string Message, string Code, IReadOnlyList<string> Path, IReadOnlyList<NodeKey> Candidates);

/// <summary>Somebody else changed the node.</summary>
internal sealed record StaleVersionError(string Message, string Code, long UpdatedVersion);

/// <summary>A rule of the graph, or an earlier write, stands against it.</summary>
internal sealed record ConflictError(string Message, string Code);

/// <summary>A judgement speaks against others that stand.</summary>
internal sealed record ContradictionError(string Message, string Code, IReadOnlyList<NodeKey> Judgements);

/// <summary>What clients are told of a mutation that was not carried out.</summary>
internal static class MutationErrors
{
    /// <summary>The error that a payload shows; null for a fault that is no client's.</summary>
    public static object? Of(Exception error) => error switch
    {
        InputException { Candidates: { } candidates } reference => new ReferenceError(reference.Message, reference.Code, reference.Path, candidates),
        InputException input => new InputError(input.Message, input.Code, input.Path),
        BundleException { Field: { } field } record => new InputError(record.Reason, ErrorCodes.InvalidInput, InputPath.Of(field)),
        StaleVersionException stale => new StaleVersionError(stale.Message, ErrorCodes.StaleVersion, stale.UpdatedVersion),
        ContradictionException against => new ContradictionError(
            against.Message, ErrorCodes.ContradictsJudgement, [.. against.Judgements.Select(id => new NodeKey(NodeKind.Judgement, id))]),
        GraphException { Code: ErrorCodes.ValueTooLong or ErrorCodes.BadArguments or ErrorCodes.InvalidSlug } rule => new InputError(rule.Message, rule.Code, [MutationEdit.Root]),
        GraphException rule => new ConflictError(rule.Message, rule.Code),
        _ => null,
    };
}
