namespace GraphNews.Graph.Storage;

/// <summary>
/// What a storage does as well that keeps the graph in a file of its own: copies it while servers go on, and puts a copy
/// back. Servers of databases have their own ways, which <c>docs/operations.md</c> tells.
/// </summary>
public interface IGraphBackup
{
    /// <summary>Writes one version of the graph, whole and checked, to a new file. Readers and writers go on meanwhile.</summary>
    /// <param name="path">The file; nothing may be there yet.</param>
    /// <param name="cancel">Breaks the copying off; nothing is left of it.</param>
    /// <returns>The version that the copy holds.</returns>
    /// <exception cref="Errors.GraphStartupException">There is nothing to copy, or no place to copy it to; the message says what to do.</exception>
    Task<long> BackUpAsync(string path, CancellationToken cancel);

    /// <summary>Puts a copy in the place of the graph, which nobody may use meanwhile. The copy stays where it is.</summary>
    /// <param name="path">The copy.</param>
    /// <param name="replace">Whether a graph that is there may be set aside.</param>
    /// <param name="cancel">Breaks it off before anything has changed.</param>
    /// <exception cref="Errors.GraphStartupException">
    /// The copy is damaged or not ours, the graph is in use, or one is there that may not be replaced; nothing has changed.
    /// </exception>
    Task<RestoredGraph> RestoreAsync(string path, bool replace, CancellationToken cancel);
}

/// <summary>What came of putting a copy back.</summary>
/// <param name="Version">The version that the graph is at now.</param>
/// <param name="SetAside">Where the graph lies that was there before; null if none was.</param>
public sealed record RestoredGraph(long Version, string? SetAside);
