using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Keys;

/// <summary>The keys of a graph: made, listed, revoked, and told from false ones.</summary>
/// <param name="storage">Where the graph is kept, and its keys with it.</param>
/// <param name="time">Tells whether a key has expired.</param>
public sealed partial class ApiKeys(IGraphStorage storage, TimeProvider time)
{
    internal const int LongestName = 60;

    private static readonly string NobodysHash = new('0', 64);

    /// <summary>What every key begins with, and no other token.</summary>
    public static string Prefix => KeyText.Prefix;

    /// <summary>Makes a key.</summary>
    /// <param name="name">Whose it is: letters, digits, and . _ @ - between them.</param>
    /// <param name="role">What its bearer may do.</param>
    /// <param name="expiresAt">From when on it is refused, UTC; null for never.</param>
    /// <param name="cancel">Cancels waiting for writers, and the write itself.</param>
    /// <returns>The key as it is kept, and as its bearer sends it, which nothing keeps.</returns>
    /// <exception cref="GraphException">The name cannot be one or belongs to another key, or the key would have expired.</exception>
    public async Task<(ApiKey Key, string Shown)> AddAsync(string name, CallerRole role, DateTime? expiresAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfEqual(role, CallerRole.Anonymous);
        var now = time.GetUtcNow().UtcDateTime;
        if (name.Length > LongestName || !NameForm().IsMatch(name))
            throw new GraphException(ErrorCodes.BadArguments, $"\"{name}\" is no name for a key: up to {LongestName} of letters a to z, digits, and . _ @ - between them.");
        if (expiresAt <= now)
            throw new GraphException(ErrorCodes.BadArguments, $"The key would have expired on {Shown(expiresAt.Value)}. Choose a later day.");

        var text = KeyText.New();
        var key = new ApiKey
        {
            Id = text.Id,
            Name = name,
            Role = role,
            SecretHash = Convert.ToHexStringLower(text.HashSecret()),
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
        await storage.WriteAsync(
            async (context, token) =>
            {
                if (await context.ApiKeys.AnyAsync(other => other.Name == name && other.RevokedAt == null && other.Id != key.Id, token).ConfigureAwait(false))
                    throw new GraphException(ErrorCodes.BadArguments, $"There is a key with the name {name}. Revoke it first, or choose another name.");

                context.ApiKeys.Add(key);
                await context.SaveChangesAsync(token).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        return (key, text.Reveal());
    }

    /// <summary>All keys, those that are revoked with them, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancel)
    {
        var context = storage.CreateContext();
        await using (context.ConfigureAwait(false))
        {
            return await context.ApiKeys.OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Revokes a key: from the next request on it is refused.</summary>
    /// <returns>The key; null if no key has the id.</returns>
    public async Task<ApiKey?> RevokeAsync(string id, CancellationToken cancel)
    {
        ApiKey? key = null;
        await storage.WriteAsync(
            async (context, token) =>
            {
                key = await context.ApiKeys.AsTracking().SingleOrDefaultAsync(known => known.Id == id, token).ConfigureAwait(false);
                if (key is null or { RevokedAt: not null }) return false;

                key.RevokedAt = time.GetUtcNow().UtcDateTime;
                await context.SaveChangesAsync(token).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        return key;
    }

    /// <summary>
    /// Tells whose key it is. What is no key, a key that nobody has, and a wrong secret go the same way and are answered
    /// alike; only who holds the secret is told that a key was revoked or has expired.
    /// </summary>
    /// <exception cref="GraphException"><c>UNAUTHENTICATED</c>: it is not a good key.</exception>
    public async Task<ApiKey> AuthenticateAsync(string presented, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(presented);
        var text = KeyText.Parse(presented);
        var key = await FindAsync(text.Id, cancel).ConfigureAwait(false);
        var isRight = CryptographicOperations.FixedTimeEquals(text.HashSecret(), Convert.FromHexString(key?.SecretHash ?? NobodysHash));
        if (key is null || !isRight) throw Refusal("There is no such key. See that it was copied whole: gn_, 16 digits, _, and 64 digits.");
        if (key.RevokedAt is not null) throw Refusal($"The key {key.Name} was revoked. Ask for a new one.");
        if (key.ExpiresAt is { } expiry && expiry <= time.GetUtcNow().UtcDateTime) throw Refusal($"The key {key.Name} expired on {Shown(expiry)}. Ask for a new one.");

        return key;
    }

    /// <summary>Notes when keys were last used, by their ids. The graph stays at its version.</summary>
    public Task NoteUsesAsync(IReadOnlyDictionary<string, DateTime> uses, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(uses);
        return storage.WriteAsync(
            async (context, token) =>
            {
                foreach (var (id, at) in uses)
                {
                    await context.ApiKeys.Where(key => key.Id == id && (key.LastUsedAt == null || key.LastUsedAt < at))
                        .ExecuteUpdateAsync(key => key.SetProperty(k => k.LastUsedAt, at), token).ConfigureAwait(false);
                }

                return true;
            },
            cancel);
    }

    private static GraphException Refusal(string message) => new(ErrorCodes.Unauthenticated, message);

    private static string Shown(DateTime time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private async Task<ApiKey?> FindAsync(string id, CancellationToken cancel)
    {
        var context = storage.CreateContext();
        await using (context.ConfigureAwait(false))
        {
            return await context.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancel).ConfigureAwait(false);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._@-]*[A-Za-z0-9])?\z")]
    private static partial Regex NameForm();
}
