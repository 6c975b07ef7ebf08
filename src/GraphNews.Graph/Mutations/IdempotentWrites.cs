using System.Security.Cryptography;
using System.Text.Json;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Mutations;

/// <summary>Lets clients send a mutation again whose answer they did not hear: it is carried out once.</summary>
internal static class IdempotentWrites
{
    private const int LongestKey = 100;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>What came of the mutation when it was sent first; null if it is new, or carries no key.</summary>
    /// <exception cref="Errors.GraphException"><c>IDEMPOTENCY_KEY_REUSED</c>: the key was that of another write.</exception>
    public static async Task<MutationPayload?> FindAsync(MutationEdit mutation, string name, CancellationToken cancel)
    {
        if (KeyOf(mutation) is not { } key) return null;
        var graph = mutation.Edit.Context;
        var known = await graph.IdempotencyKeys.AsNoTracking().Where(one => one.Actor == mutation.Actor && one.Key == key)
            .Select(one => new { one.InputHash, one.Field, one.NodeId, one.Node.Kind, one.Version }).SingleOrDefaultAsync(cancel).ConfigureAwait(false);
        if (known is null) return null;
        return known.InputHash == HashOf(mutation, name)
            ? new MutationPayload(known.Field, new NodeKey(known.Kind, known.NodeId), known.Version, null)
            : throw new GraphException(ErrorCodes.IdempotencyKeyReused, $"The idempotency key '{key}' was that of another write. Take a new one for each.");
    }

    /// <summary>Keeps what came of a mutation, and forgets what is old.</summary>
    public static async Task KeepAsync(MutationEdit mutation, string name, MutationPayload payload, TimeProvider time, CancellationToken cancel)
    {
        if (KeyOf(mutation) is not { } key) return;
        var graph = mutation.Edit.Context;
        var now = time.GetUtcNow().UtcDateTime;
        var forgotten = now - Kept;
        await graph.IdempotencyKeys.Where(one => one.At < forgotten).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        graph.Add(new IdempotencyKey
        {
            Actor = mutation.Actor,
            Key = key,
            InputHash = HashOf(mutation, name),
            Field = payload.Field!,
            NodeId = payload.Node!.Id,
            Version = payload.Version!.Value,
            At = now,
        });
    }

    private static string? KeyOf(MutationEdit mutation)
    {
        if (mutation.Input.GetValueOrDefault("idempotencyKey") is not string key) return null;
        if (key.Length is 0 or > LongestKey)
            throw InputException.Value(ErrorCodes.InvalidInput, $"An idempotency key has 1 to {LongestKey} characters.", [MutationEdit.Root, "idempotencyKey"]);
        InputChecks.Show(key, "idempotencyKey");
        return key;
    }

    private static string HashOf(MutationEdit mutation, string name)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { name, input = Sorted(mutation.Input) })));

    // The order in which a client writes fields means nothing.
    private static object? Sorted(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> parts => new SortedDictionary<string, object?>(parts.ToDictionary(part => part.Key, part => Sorted(part.Value)), StringComparer.Ordinal),
        IReadOnlyList<object?> items => items.Select(Sorted).ToList(),
        _ => value,
    };
}
