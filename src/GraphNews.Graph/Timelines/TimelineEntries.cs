using GraphNews.Graph.Dates;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Timelines;

/// <summary>Reads what happened to many nodes of a kind: one statement for each sort of thing, however many nodes.</summary>
/// <param name="reader">Reads the graph.</param>
/// <param name="of">The kind of the nodes.</param>
/// <param name="kinds">What is asked for.</param>
internal sealed class TimelineEntries(GraphReader reader, NodeKind of, IReadOnlySet<TimelineKind> kinds)
{
    private static readonly TimelineKind[] _tenures = [TimelineKind.TenureBegan, TimelineKind.TenureAttested, TimelineKind.TenureEnded];

    private static readonly TimelineKind[] _agreements =
    [
        TimelineKind.AgreementConsidered, TimelineKind.AgreementAnnounced, TimelineKind.AgreementSigned,
        TimelineKind.AgreementInForce, TimelineKind.AgreementEnded,
    ];

    /// <summary>All dated entries, each once.</summary>
    public async Task<IEnumerable<TimelineEntry>> ReadAsync(IReadOnlyList<long> parents, CancellationToken cancel)
    {
        long[] keys = [.. parents];
        var found = new List<TimelineEntry>();
        if (kinds.Contains(TimelineKind.Meeting) && TimelineLinks.HasMeetings(of)) found.AddRange(await MeetingsAsync(keys, cancel).ConfigureAwait(false));
        if (kinds.Overlaps(_tenures) && TimelineLinks.HasTenures(of)) found.AddRange(await TenuresAsync(keys, cancel).ConfigureAwait(false));
        if (kinds.Overlaps(_agreements) && TimelineLinks.HasAgreements(of)) found.AddRange(await AgreementsAsync(keys, cancel).ConfigureAwait(false));
        if (of == NodeKind.Agency && kinds.Contains(TimelineKind.AgencySucceeded)) found.AddRange(await SuccessionsAsync(keys, cancel).ConfigureAwait(false));
        if (of == NodeKind.Agency && (kinds.Contains(TimelineKind.AgencyFounded) || kinds.Contains(TimelineKind.AgencyDissolved)))
            found.AddRange(await AgenciesAsync(keys, cancel).ConfigureAwait(false));
        return found.Where(entry => !entry.Date.IsUnknown && kinds.Contains(entry.Kind)).DistinctBy(entry => (entry.Parent, entry.Kind, entry.Node, entry.Date.Text));
    }

    private async Task<IEnumerable<TimelineEntry>> MeetingsAsync(long[] keys, CancellationToken cancel)
    {
        var rows = await reader.AskAsync(
            (graph, token) => (from link in TimelineLinks.ToMeetings(graph, of, keys)
                               join meeting in graph.Meetings on link.Target equals meeting.Id
                               where meeting.HiddenSince == null && meeting.Starts.Text != ""
                               select new { link.Parent, meeting.Id, meeting.Starts.Text }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return rows.Select(row => new TimelineEntry(row.Parent, TimelineKind.Meeting, new NodeKey(NodeKind.Meeting, row.Id), Date(row.Text)));
    }

    private async Task<IEnumerable<TimelineEntry>> TenuresAsync(long[] keys, CancellationToken cancel)
    {
        var rows = await reader.AskAsync(
            (graph, token) => (from link in TimelineLinks.ToTenures(graph, of, keys)
                               join tenure in graph.Tenures on link.Target equals tenure.Id
                               select new { link.Parent, tenure.Id, From = tenure.From.Text, Until = tenure.Until.Text, tenure.AttestedFirst, tenure.AttestedLast }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return rows.SelectMany(row => Entries(
            row.Parent, new NodeKey(NodeKind.Tenure, row.Id),
            (TimelineKind.TenureBegan, Date(row.From)), (TimelineKind.TenureAttested, Date(row.AttestedFirst)),
            (TimelineKind.TenureAttested, Date(row.AttestedLast)), (TimelineKind.TenureEnded, Date(row.Until))));
    }

    private async Task<IEnumerable<TimelineEntry>> AgreementsAsync(long[] keys, CancellationToken cancel)
    {
        var rows = await reader.AskAsync(
            (graph, token) => (from link in TimelineLinks.ToAgreements(graph, of, keys)
                               join agreement in graph.Agreements on link.Target equals agreement.Id
                               where agreement.HiddenSince == null
                               select new
                               {
                                   link.Parent, agreement.Id, Considered = agreement.Considered.Text, Announced = agreement.Announced.Text,
                                   Signed = agreement.Signed.Text, InForce = agreement.InForce.Text, Ended = agreement.Ended.Text,
                               }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return rows.SelectMany(row => Entries(
            row.Parent, new NodeKey(NodeKind.Agreement, row.Id),
            (TimelineKind.AgreementConsidered, Date(row.Considered)), (TimelineKind.AgreementAnnounced, Date(row.Announced)),
            (TimelineKind.AgreementSigned, Date(row.Signed)), (TimelineKind.AgreementInForce, Date(row.InForce)), (TimelineKind.AgreementEnded, Date(row.Ended))));
    }

    private async Task<IEnumerable<TimelineEntry>> SuccessionsAsync(long[] keys, CancellationToken cancel)
    {
        var rows = await reader.AskAsync(
            (graph, token) => (from link in TimelineLinks.ToSuccessions(graph, keys)
                               join succession in graph.AgencySuccessions on link.Target equals succession.Id
                               select new { link.Parent, succession.Id, succession.Date.Text }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return rows.Select(row => new TimelineEntry(row.Parent, TimelineKind.AgencySucceeded, new NodeKey(NodeKind.AgencySuccession, row.Id), Date(row.Text)));
    }

    private async Task<IEnumerable<TimelineEntry>> AgenciesAsync(long[] keys, CancellationToken cancel)
    {
        var rows = await reader.AskAsync(
            (graph, token) => graph.Agencies.Where(agency => keys.Contains(agency.Id))
                .Select(agency => new { agency.Id, Founded = agency.Founded.Text, Dissolved = agency.Dissolved.Text }).ToListAsync(token),
            cancel).ConfigureAwait(false);
        return rows.SelectMany(row => Entries(
            row.Id, new NodeKey(NodeKind.Agency, row.Id),
            (TimelineKind.AgencyFounded, Date(row.Founded)), (TimelineKind.AgencyDissolved, Date(row.Dissolved))));
    }

    private static IEnumerable<TimelineEntry> Entries(long parent, NodeKey node, params (TimelineKind Kind, PartialDate Date)[] dates)
        => dates.Select(dated => new TimelineEntry(parent, dated.Kind, node, dated.Date));

    private static PartialDate Date(string text) => text.Length == 0 ? PartialDate.Unknown : PartialDate.Parse(text);

    private static PartialDate Date(DateOnly? day) => day is { } known ? PartialDate.On(known) : PartialDate.Unknown;
}
