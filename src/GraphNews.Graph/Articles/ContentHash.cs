using System.Security.Cryptography;
using System.Text;

namespace GraphNews.Graph.Articles;

/// <summary>Tells whether two articles have the same text.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hex; null without a text.</summary>
    public static string? Of(string? text) => text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
