namespace GraphNews.Graph.Duplicates;

/// <summary>
/// How much each reason counts. A name of the full length alone is just enough to be looked at, and never more: somebody has to
/// judge. A shorter name needs something besides. <c>docs/identity.md</c> tells what came of them on real data.
/// </summary>
internal static class DuplicateWeights
{
    /// <summary>The least score of a pair that is proposed.</summary>
    public const double Least = 0.5;

    /// <summary>Times how sure the comparison of the names is.</summary>
    public const double Name = 0.6;

    public const double SharedIdentifier = 0.6;
    public const double SharedPost = 0.15;
    public const double SharedAgency = 0.1;
    public const double SharedMeeting = 0.1;

    /// <summary>Both are known to the day.</summary>
    public const double SameDay = 0.25;

    /// <summary>They agree as far as they are known.</summary>
    public const double SamePeriod = 0.1;

    public const double ConflictingIdentifier = -0.4;
    public const double ConflictingDate = -0.5;
    public const double DifferentCountry = -0.4;
    public const double DifferentParent = -0.2;
    public const double SideBySide = -0.3;
}
