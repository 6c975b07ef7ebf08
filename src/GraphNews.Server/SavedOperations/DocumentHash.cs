using System.Security.Cryptography;
using System.Text;

namespace GraphNews.Server.SavedOperations;

/// <summary>The hash by which documents are named: SHA-256 of their UTF-8, in lower-case hexadecimal digits.</summary>
internal static class DocumentHash
{
    public static string Of(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
