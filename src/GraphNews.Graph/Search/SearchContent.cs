using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Search;

/// <summary>What an entity can be found by.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Names">What it is called, in the order of their ids.</param>
/// <param name="Texts">Its titles, summaries and texts.</param>
/// <param name="Participants">Of a meeting: the officials and agencies that took part.</param>
internal sealed record SearchContent(
    long Id, NodeKind Kind, IReadOnlyList<SearchedName> Names, IReadOnlyList<SearchedText> Texts, IReadOnlyList<long> Participants);

/// <summary>A name as written.</summary>
internal sealed record SearchedName(string Value, string Language);

/// <summary>A text as written, exactly: offsets point into it.</summary>
/// <param name="Field">The schema field's name, such as <c>summary</c>.</param>
/// <param name="Language">BCP 47; <c>und</c> if unknown.</param>
/// <param name="Value">The text.</param>
internal sealed record SearchedText(string Field, string Language, string Value);
