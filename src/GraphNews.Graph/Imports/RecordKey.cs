using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Imports;

/// <summary>What records are called, as texts and as hashes of 128 bits that stand for them in memory.</summary>
internal static class RecordKey
{
    private const string Hashed = "hash:";

    /// <summary>The name by which a record is known from run to run.</summary>
    /// <param name="draft">The record.</param>
    /// <param name="contentHash">What it says.</param>
    public static string Of(Draft draft, string contentHash) => Stored(Names(draft).FirstOrDefault() ?? ByContent(contentHash));

    /// <summary>A name as it is stored: its hash where it is longer than the column.</summary>
    public static string Stored(string name) => name.Length <= ColumnLengths.RecordKey ? name : Hashed + Text(Hash(name));

    /// <summary>Everything that other records may call it; the first is the one that lasts.</summary>
    public static IEnumerable<string> Names(Draft draft) => References(draft).Select(Of);

    /// <summary>All ways to refer to a record.</summary>
    public static IEnumerable<BundleReference> References(Draft draft)
    {
        if (draft.Key is { } key) yield return new BundleReference.ByKey(key);
        if (draft.Slug is { } slug) yield return new BundleReference.BySlug(slug);
        if (draft.Id is { } id) yield return new BundleReference.ById(id);
        foreach (var (scheme, value) in draft.Identifiers) yield return new BundleReference.ByIdentifier(scheme, value);
    }

    /// <summary>The name of a record that has none of its own.</summary>
    public static string ByContent(string contentHash) => $"content:{contentHash}";

    /// <summary>A reference in the form of <see cref="Names"/>.</summary>
    public static string Of(BundleReference reference) => reference switch
    {
        BundleReference.ByKey by => $"key:{by.Key}",
        BundleReference.BySlug by => $"slug:{by.Slug}",
        BundleReference.ById by => string.Create(CultureInfo.InvariantCulture, $"id:{by.Id}"),
        BundleReference.ByIdentifier by => $"{by.Scheme}\n{by.Value}",
        BundleReference.ByCode by => $"code:{by.Code}",
        _ => throw new ArgumentOutOfRangeException(nameof(reference)),
    };

    /// <summary>The hash of a name; a stored key that is a hash already gives that.</summary>
    public static UInt128 Hash(string name)
        => name.StartsWith(Hashed, StringComparison.Ordinal)
            ? UInt128.Parse(name.AsSpan(Hashed.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : XxHash128.HashToUInt128(MemoryMarshal.AsBytes(name.AsSpan()));

    /// <summary>A hash as 32 hexadecimal digits.</summary>
    public static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The hash of what a record says, with the text of the file that it names.</summary>
    public static string ContentHash(Draft draft)
    {
        var json = JsonMarshal.GetRawUtf8Value(draft.Record.Content);
        var hash = new XxHash128();
        hash.Append(json);
        if (draft.Row is Articles.SourceArticle { ContentHash: { } text }) hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        return Text(hash.GetCurrentHashAsUInt128());
    }
}
