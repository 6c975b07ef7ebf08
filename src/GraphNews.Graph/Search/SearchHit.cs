using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Search;

/// <summary>An entity that was found.</summary>
/// <param name="Node">Which; the walk reads it.</param>
/// <param name="Score">The higher the better, within one search.</param>
/// <param name="MatchedName">The name that the text matches; null where only texts do.</param>
/// <param name="Rule">How.</param>
/// <param name="Highlights">The passages that match.</param>
internal sealed record SearchHit(NodeKey Node, double Score, string? MatchedName, MatchRule Rule, IReadOnlyList<Highlight> Highlights);

/// <summary>A passage of a name or text that matches.</summary>
/// <param name="Field">The schema field's name.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Snippet">The passage, exactly as it stands.</param>
/// <param name="Start">Where it begins, in UTF-16 code units of the original.</param>
/// <param name="End">Where it has ended.</param>
/// <param name="Matches">The words that match, by their places in the original.</param>
internal sealed record Highlight(string Field, string Language, string Snippet, int Start, int End, IReadOnlyList<TextSpan> Matches);

/// <summary>A half-open stretch of a text, in UTF-16 code units.</summary>
internal sealed record TextSpan(int Start, int End);
