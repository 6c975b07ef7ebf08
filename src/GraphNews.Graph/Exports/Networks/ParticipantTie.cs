using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>Two that met.</summary>
/// <param name="From">The one.</param>
/// <param name="To">The other.</param>
/// <param name="Meetings">In how many meetings.</param>
/// <param name="First">When the first of them began, of those whose date is known; null if none is.</param>
/// <param name="Last">When the last of them began, likewise.</param>
internal sealed record ParticipantTie(long From, long To, int Meetings, PartialDate? First, PartialDate? Last)
{
    /// <summary>The attributes in their order, the weight aside.</summary>
    public static IReadOnlyList<string> Attributes { get; } = ["first", "last"];

    /// <summary>Their values.</summary>
    public IReadOnlyList<string?> Values => [First?.Text, Last?.Text];
}
