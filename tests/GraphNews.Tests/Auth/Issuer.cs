using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphNews.Tests.Auth;

/// <summary>An OpenID Connect issuer on this machine: it publishes a discovery document and its keys, and gives tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "graphnews";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly WebApplication _app;

    private Issuer(WebApplication app)
    {
        _app = app;
        _key = new RsaSecurityKey(_rsa) { KeyId = "2026-05" };
    }

    /// <summary>What it calls itself, which is where it answers.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Its public key in the form in which a library might take it for a shared secret.</summary>
    public byte[] PublicKey => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var issuer = new Issuer(builder.Build());
        issuer._app.Urls.Add("http://127.0.0.1:0");
        issuer._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Address, jwks_uri = $"{issuer.Address}/keys" }));
        issuer._app.MapGet("/keys", () =>
        {
            var key = issuer._rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = issuer._key.KeyId, n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
        });
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A good token, of which some things may be otherwise.</summary>
    public string Token(
        string? subject = "alice", object? role = null, string roleClaim = "role", string? issuer = null, string audience = Audience,
        TimeSpan? expires = null, SigningCredentials? signing = null)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        if (subject is not null) claims.Add("sub", subject);
        if (role is not null) claims.Add(roleClaim, role);
        var until = DateTime.UtcNow + (expires ?? TimeSpan.FromMinutes(10));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = until.AddHours(-1),
            IssuedAt = until.AddHours(-1),
            Expires = until,
            Claims = claims,
            SigningCredentials = signing ?? new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>The same claims under another header and signature.</summary>
    public static string Forged(string token, object header, Func<string, string> sign)
    {
        var content = $"{Base64UrlEncoder.Encode(JsonSerializer.Serialize(header))}.{token.Split('.')[1]}";
        return $"{content}.{sign(content)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
