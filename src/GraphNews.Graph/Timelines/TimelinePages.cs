using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Timelines;

/// <summary>Answers the field <c>timeline</c> for many nodes of a kind at once.</summary>
internal static class TimelinePages
{
    public static async Task<IReadOnlyDictionary<long, object?>> AnswerAsync(
        GraphReader reader, NodeKind of, IReadOnlyList<long> parents, Selection selection, WalkOptions options, CancellationToken cancel)
    {
        var arguments = selection.Arguments;
        var kinds = arguments.GetValueOrDefault("kinds") is IReadOnlyList<object?> given
            ? given.Cast<string>().Select(EnumNames.Parse<TimelineKind>).ToHashSet()
            : [.. Enum.GetValues<TimelineKind>()];
        var within = arguments.GetValueOrDefault("within") is string date ? PartialDate.Parse(date) : null;
        var backward = arguments.GetValueOrDefault("order") is "DESC";
        var request = PlainRequest.Of(
            ListRequest.MarkOf($"{of}.timeline {string.Join(',', kinds.Order())} {within} {backward}", null, []), arguments, TimelineEntry.PlaceTypes, options);

        var entries = (await new TimelineEntries(reader, of, kinds).ReadAsync(parents, cancel).ConfigureAwait(false))
            .Where(entry => within is null || Touches(entry.Date, within)).ToLookup(entry => entry.Parent);
        var sign = backward ? -1 : 1;
        return parents.ToDictionary(parent => parent, parent =>
        {
            var all = entries[parent].ToList();
            all.Sort((one, other) => sign * TimelineEntry.Compare(one.Place, other.Place));
            return (object?)request.Cut(all, (entry, place) => sign * TimelineEntry.Compare(entry.Place, place) > 0)
                .Show(entry => Shown(entry, within), entry => entry.Place, request);
        });
    }

    private static TimelineItem Shown(TimelineEntry entry, PartialDate? within)
        => new()
        {
            Kind = entry.Kind,
            Date = entry.Date,
            Node = entry.Node,
            Certainty = within is null || (entry.Date.Earliest >= within.Earliest && entry.Date.Latest <= within.Latest) ? Certainty.Certain : Certainty.Possible,
        };

    private static bool Touches(PartialDate date, PartialDate within) => date.Earliest <= within.Latest && date.Latest >= within.Earliest;
}
