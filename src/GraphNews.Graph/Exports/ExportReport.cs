namespace GraphNews.Graph.Exports;

/// <summary>What an export has written.</summary>
/// <param name="Records">How many nodes.</param>
/// <param name="Version">The version of the graph that they show.</param>
/// <param name="Losses">What the graph holds and the format cannot.</param>
public sealed record ExportReport(long Records, long Version, IReadOnlyList<ExportLoss> Losses);
