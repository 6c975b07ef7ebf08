using GraphNews.Graph.Execution;

namespace GraphNews.Graph.Keys;

/// <summary>A key by which a program is known. It is no part of the graph: no version counts it and no bundle carries it.</summary>
public sealed class ApiKey
{
    /// <summary>The part of the key that is no secret: by it the key is found and revoked.</summary>
    public string Id { get; set; } = null!;

    /// <summary>Whose key it is; of the keys that are not revoked, one has the name.</summary>
    public string Name { get; set; } = null!;

    /// <summary>What its bearer may do.</summary>
    public CallerRole Role { get; set; }

    /// <summary>
    /// SHA-256 of the secret part, as 64 hexadecimal digits. The secret is 256 random bits: nobody can guess them, however
    /// fast the hash is, so that a slow one with a salt would only cost each request its time.
    /// </summary>
    public string SecretHash { get; set; } = null!;

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>From when on it is refused, UTC; null if it never expires.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>When it was last used, UTC, to about a minute; null if it never was.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked, UTC; null if it was not.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>The caller that its bearer is: <c>key:</c> and the name.</summary>
    public Caller ToCaller() => new($"key:{Name}", Role);
}
