using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Redactions;

/// <summary>Blanking what must not be kept.</summary>
[Extends("Mutation")]
internal static class RedactionMutations
{
    /// <summary>Blanks values of a node in the graph and in its history.</summary>
    public static Mutation Redact { get; } = new(async (mutation, cancel) =>
    {
        var key = InputIds.Decode((string)mutation.Input["id"]!, null, [MutationEdit.Root, "id"]);
        var node = await mutation.Edit.Context.Nodes.FindAsync([key.Id], cancel).ConfigureAwait(false);
        if (node is null || node.Kind != key.Kind)
            throw InputException.Reference(ErrorCodes.UnknownNode, $"There is no {key.Kind} with this id.", [MutationEdit.Root, "id"]);

        // The one value of the history that is the admin's own.
        if (mutation.Input.GetValueOrDefault("reason") is not string reason || string.IsNullOrWhiteSpace(reason))
            throw InputException.Value(ErrorCodes.InvalidInput, "Say why: it is all that the history will tell.", [MutationEdit.Root, "reason"]);
        var fields = ((IReadOnlyList<object?>)mutation.Input["fields"]!).Cast<string>().ToList();
        if (fields.Count == 0) throw InputException.Value(ErrorCodes.InvalidInput, "Name at least one field.", [MutationEdit.Root, "fields"]);

        await new Redaction(mutation.Edit, node).RunAsync(fields, cancel).ConfigureAwait(false);
        return new MutationResult("node", new NodeKey(node.Kind, node.Id));
    });
}
