using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GraphNews.Graph.Nodes;

/// <summary>The opaque ids of the schema: base64url of kind and key. Relay: Global Object Identification.</summary>
internal static class NodeId
{
    public static string Encode(string kind, long key)
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}:{key}")));

    /// <summary>Reads an id; false if it is none that <see cref="Encode"/> gives.</summary>
    public static bool TryDecode(string id, [NotNullWhen(true)] out NodeKind? kind, out long key)
    {
        kind = null;
        key = 0;
        if (id.Length > 100 || !Base64Url.IsValid(id)) return false;

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Enum.TryParse<NodeKind>(text[..colon], out var parsed) || parsed.ToString() != text[..colon]) return false;
        if (!long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out key)) return false;

        kind = parsed;
        return Encode(text[..colon], key) == id;
    }
}
