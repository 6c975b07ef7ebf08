using System.Text.Json;

namespace GraphNews.Graph.Bundles;

/// <summary>One line of a bundle: an entity or a fact with what belongs to it.</summary>
/// <param name="File">The bundle's file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Content">The JSON object.</param>
public sealed record BundleRecord(string File, int Line, JsonElement Content)
{
    /// <summary>How it is read where it is the input of a mutation; null for records of bundles.</summary>
    internal InputRules? Input { get; init; }

    /// <summary>The error that this line is wrong.</summary>
    public BundleException Wrong(string reason, Exception? inner = null) => new(File, Line, reason, inner);
}

/// <summary>What is different in the input of a mutation.</summary>
/// <param name="Path">Where the record stands in the input, with the dot that follows; empty for the input itself.</param>
/// <param name="Actor">Who answers for facts that no source is given for.</param>
/// <param name="IsPartial">Whether what has to be there may be left out, since the node has it already.</param>
internal sealed record InputRules(string Path, string Actor, bool IsPartial = false);
