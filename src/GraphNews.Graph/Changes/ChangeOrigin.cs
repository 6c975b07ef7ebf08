namespace GraphNews.Graph.Changes;

/// <summary>Who writes, and why. The change log keeps it.</summary>
/// <param name="Actor">Who: a user, an import, the program itself; at most 200 characters.</param>
/// <param name="Reason">Why; null if not said. At most 4,000 characters.</param>
public sealed record ChangeOrigin(string Actor, string? Reason = null);
