using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using static GraphNews.Graph.Duplicates.DuplicateReasonKind;

namespace GraphNews.Graph.Duplicates;

/// <summary>What speaks for and against two entities being the same, besides their names.</summary>
internal static class DuplicateReasons
{
    /// <summary>The reasons that their profiles give, but for the meetings.</summary>
    public static IEnumerable<DuplicateReason> OfProfiles(EntityProfile left, EntityProfile right)
    {
        foreach (var reason in OfIdentifiers(left, right)) yield return reason;
        foreach (var reason in OfDates(left.Began, right.Began)) yield return reason;
        if (left.CountryId is { } here && right.CountryId is { } there && here != there)
            yield return new(DifferentCountry, DuplicateWeights.DifferentCountry, [new(NodeKind.Country, here), new(NodeKind.Country, there)]);
        if (left.Parent is { } above && right.Parent is { } other)
        {
            yield return above == other
                ? new(SharedAgency, DuplicateWeights.SharedAgency, [above])
                : new(DifferentParent, DuplicateWeights.DifferentParent, [above, other]);
        }

        if (Common(NodeKind.Post, left.Posts, right.Posts) is { Count: > 0 } posts) yield return new(SharedPost, DuplicateWeights.SharedPost, posts);
        if (Common(NodeKind.Agency, left.Agencies, right.Agencies) is { Count: > 0 } agencies) yield return new(SharedAgency, DuplicateWeights.SharedAgency, agencies);
    }

    /// <summary>The participations of two in the meetings that they share.</summary>
    public static IEnumerable<(long Meeting, long Left, long Right)> Together(EntityProfile left, EntityProfile right)
        => from one in left.Meetings
           join other in right.Meetings on one.Meeting equals other.Meeting
           where one.Participation != other.Participation
           select (one.Meeting, one.Participation, other.Participation);

    private static IEnumerable<DuplicateReason> OfIdentifiers(EntityProfile left, EntityProfile right)
    {
        foreach (var (scheme, value) in left.Identifiers.Intersect(right.Identifiers).Take(1))
            yield return new(SharedIdentifier, DuplicateWeights.SharedIdentifier, $"{scheme} {value}", $"{scheme} {value}");

        // Somebody may have several keys in one scheme: one in common is enough.
        var shared = left.Identifiers.Intersect(right.Identifiers).Select(one => one.Scheme).ToHashSet(StringComparer.Ordinal);
        foreach (var (one, other) in left.Identifiers.Join(right.Identifiers, one => one.Scheme, other => other.Scheme, (one, other) => (one, other)).Where(both => !shared.Contains(both.one.Scheme)).Take(1))
            yield return new(ConflictingIdentifier, DuplicateWeights.ConflictingIdentifier, $"{one.Scheme} {one.Value}", $"{other.Scheme} {other.Value}");
    }

    private static IEnumerable<DuplicateReason> OfDates(PartialDate left, PartialDate right)
    {
        if (left.IsUnknown || right.IsUnknown) yield break;
        if (left.Latest < right.Earliest || right.Latest < left.Earliest)
        {
            yield return new(ConflictingDate, DuplicateWeights.ConflictingDate, left.Text, right.Text);
            yield break;
        }

        var areDays = left.Precision == DatePrecision.Day && right.Precision == DatePrecision.Day;
        yield return new(SameDate, areDays ? DuplicateWeights.SameDay : DuplicateWeights.SamePeriod, left.Text, right.Text);
    }

    /// <summary>The reasons that the meetings give in which both took part.</summary>
    /// <param name="left">What is known of the one.</param>
    /// <param name="right">What is known of the other.</param>
    /// <param name="sources">Which sources put participants into meetings, by the participation.</param>
    public static IEnumerable<DuplicateReason> OfMeetings(EntityProfile left, EntityProfile right, ILookup<long, long> sources)
    {
        var together = Together(left, right).ToLookup(both => sources[both.Left].Intersect(sources[both.Right]).Any(), both => both.Meeting);
        if (together[true].Any()) yield return new(SideBySide, DuplicateWeights.SideBySide, Keys(NodeKind.Meeting, together[true]));
        else if (together[false].Any()) yield return new(SharedMeeting, DuplicateWeights.SharedMeeting, Keys(NodeKind.Meeting, together[false]));
    }

    private static List<NodeKey> Common(NodeKind kind, HashSet<long> left, HashSet<long> right) => Keys(kind, left.Intersect(right));

    private static List<NodeKey> Keys(NodeKind kind, IEnumerable<long> ids) => [.. ids.Distinct().Order().Select(id => new NodeKey(kind, id))];
}
