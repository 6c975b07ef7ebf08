using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Whom an official met.</summary>
[Extends("Official")]
internal static class OfficialNetwork
{
    /// <summary>Who took part in the same meetings, those met most often first.</summary>
    public static Task<IReadOnlyDictionary<long, object?>> Counterparts(
        GraphReader reader, IReadOnlyList<long> officials, Selection selection, WalkOptions options, CancellationToken cancel)
        => CounterpartPages.AnswerAsync(reader, NodeKind.Official, officials, selection, options, cancel);
}

/// <summary>Whom an agency met.</summary>
[Extends("Agency")]
internal static class AgencyNetwork
{
    /// <inheritdoc cref="OfficialNetwork.Counterparts"/>
    public static Task<IReadOnlyDictionary<long, object?>> Counterparts(
        GraphReader reader, IReadOnlyList<long> agencies, Selection selection, WalkOptions options, CancellationToken cancel)
        => CounterpartPages.AnswerAsync(reader, NodeKind.Agency, agencies, selection, options, cancel);
}
