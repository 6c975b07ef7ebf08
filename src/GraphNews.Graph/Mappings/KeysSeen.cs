using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GraphNews.Graph.Mappings;

/// <summary>The keys that were used, each as 16 bytes of its SHA-256.</summary>
internal sealed class KeysSeen
{
    private readonly HashSet<UInt128> _keys = [];

    /// <summary>Notes a key; false if it was used before.</summary>
    public bool Add(string key)
        => _keys.Add(BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
}
