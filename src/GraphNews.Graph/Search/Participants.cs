using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Search;

/// <summary>The officials and agencies that are called like the text: their meetings are found too.</summary>
/// <param name="Found">The best first.</param>
internal sealed record Participants(IReadOnlyList<SearchContent> Found)
{
    /// <summary>The most whose meetings are found: those of a whole family are no answer.</summary>
    private const int Most = 50;

    /// <summary>The kinds of those who take part.</summary>
    public static IReadOnlyList<NodeKind> Kinds { get; } = [NodeKind.Official, NodeKind.Agency];

    /// <summary>Their ids.</summary>
    public IReadOnlyList<long> Ids => [.. Found.Select(content => content.Id)];

    /// <summary>Looks for them, if meetings may be found at all.</summary>
    public static Participants Find(IndexView view, SearchQuery question, AlikeNames alike, IReadOnlyCollection<NodeKind> kinds)
        => new(kinds.Contains(NodeKind.Meeting)
            ? [.. FoundHits.Find(view, question.OfParticipants(alike.Find(view, question, Kinds)), null, Most).Hits.Select(hit => hit.Content)]
            : []);

    /// <summary>The name of who took part in a meeting that was found by it alone; null if it was found by something else.</summary>
    public MatchedName? NameFor(FoundHit hit, SearchText text, AlikeNames alike)
        => hit.Place.Score <= MatchRanks.Participant
            && Found.FirstOrDefault(content => hit.Content.Participants.Contains(content.Id)) is { } participant
            && MatchedName.Find(participant.Names, text, alike) is { } name
            ? name with { Rule = MatchRule.Participant }
            : null;
}
