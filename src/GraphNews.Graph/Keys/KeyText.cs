using System.Security.Cryptography;
using System.Text;

namespace GraphNews.Graph.Keys;

/// <summary>A key as its bearer sends it: <c>gn_</c>, 16 hexadecimal digits that name it, <c>_</c>, and 64 that are the secret.</summary>
/// <param name="Id">The digits that name it; empty if the text is no key.</param>
/// <param name="Secret">The secret; empty if the text is no key.</param>
internal sealed record KeyText(string Id, string Secret)
{
    /// <summary>What every key begins with, and no JSON Web Token.</summary>
    public const string Prefix = "gn_";

    public const int IdLength = 16;

    private const int SecretLength = 64;

    public static KeyText New()
        => new(RandomNumberGenerator.GetHexString(IdLength, lowercase: true), RandomNumberGenerator.GetHexString(SecretLength, lowercase: true));

    public static KeyText Parse(string text)
        => text.Length == Prefix.Length + IdLength + 1 + SecretLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdLength] == '_'
            ? new KeyText(text.Substring(Prefix.Length, IdLength), text[^SecretLength..])
            : new KeyText("", "");

    public byte[] HashSecret() => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>The key itself, to be shown once.</summary>
    public string Reveal() => $"{Prefix}{Id}_{Secret}";

    /// <summary>Without the secret, so that no message or log can come by it.</summary>
    public override string ToString() => $"{Prefix}{Id}_…";
}
