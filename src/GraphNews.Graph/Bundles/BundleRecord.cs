using System.Text.Json;

namespace GraphNews.Graph.Bundles;

/// <summary>One line of a bundle: an entity or a fact with what belongs to it.</summary>
/// <param name="File">The bundle's file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Content">The JSON object.</param>
public sealed record BundleRecord(string File, int Line, JsonElement Content)
{
    /// <summary>The error that this line is wrong.</summary>
    public BundleException Wrong(string reason, Exception? inner = null) => new(File, Line, reason, inner);
}
