using GraphNews.Graph.Binding;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Answers the field <c>counterparts</c> for many officials or agencies at once.</summary>
internal static class CounterpartPages
{
    private static readonly Type[] _place = [typeof(int), typeof(int), typeof(long)];

    public static async Task<IReadOnlyDictionary<long, object?>> AnswerAsync(
        GraphReader reader, NodeKind kind, IReadOnlyList<long> parents, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var where = await FilterNode.OnMeetingsAsync(reader, selection, cancel).ConfigureAwait(false);
        var request = PlainRequest.Of(ListRequest.MarkOf($"{kind}.counterparts", where, []), selection.Arguments, _place, options);
        var counterparts = new Counterparts(reader, kind, where);

        var ties = (await counterparts.CountAsync(parents, cancel).ConfigureAwait(false)).ToLookup(tie => tie.Self);
        var pages = parents.ToDictionary(parent => parent, parent => request.Cut([.. ties[parent]], IsAfter));
        var shown = pages.Values.SelectMany(page => page.Rows).ToList();
        var meetings = shown.Count > 0 && AsksForMeetings(reader, selection)
            ? await counterparts.MeetingsAsync(shown, cancel).ConfigureAwait(false)
            : null;
        return pages.ToDictionary(page => page.Key, page => (object?)page.Value.Show(
            tie => new CounterpartSummary { Counterpart = tie.Other, MeetingCount = tie.Meetings, Shared = [.. meetings?[(tie.Self, tie.Other)] ?? []] },
            Place,
            request));
    }

    private static object[] Place(Tie tie) => [tie.Meetings, (int)tie.Other.Kind, tie.Other.Id];

    /// <summary>Met less often than the one of the place, or as often and later in the order of kinds and ids.</summary>
    private static bool IsAfter(Tie tie, IReadOnlyList<object> place)
        => (-tie.Meetings, (int)tie.Other.Kind, tie.Other.Id).CompareTo((-(int)place[0], (int)place[1], (long)place[2])) > 0;

    private static bool AsksForMeetings(GraphReader reader, Selection selection)
        => new ConnectionSelection(((MethodField)selection.Field).Target!, selection.Children!).Views
            .SelectMany(view => view.For(reader.Binding.Objects[nameof(CounterpartSummary)]))
            .Any(part => part.Field.Name is "first" or "last" or "meetings");
}
