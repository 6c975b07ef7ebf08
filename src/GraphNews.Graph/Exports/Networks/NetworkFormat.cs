using GraphNews.Graph.Agencies;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>
/// Who met whom, for programs that draw and count networks: officials and agencies, and between each two that took part in the same
/// meeting an edge. An agency took part where somebody did for it, named or not; an official has no edge with the agency that
/// the official was there for, but for meetings in which somebody else was.
/// </summary>
/// <param name="writer">How it is written.</param>
/// <param name="reader">Reads the ties.</param>
internal sealed class NetworkFormat(NetworkWriter writer, GraphReader reader) : ExportFormat
{
    /// <summary>How many nodes' edges are read at once, at most.</summary>
    private const int NodesAtOnce = 50;

    /// <summary>How many meetings stand behind the edges that are read at once, about: some nodes have thousands, and then fewer nodes' are.</summary>
    private const int MeetingsAtOnce = 10_000;

    private static readonly (NodeKind Kind, NodeKind Other)[] Pairs =
        [(NodeKind.Official, NodeKind.Official), (NodeKind.Official, NodeKind.Agency), (NodeKind.Agency, NodeKind.Agency)];

    private readonly Dictionary<NodeKind, List<long>> _ids = new() { [NodeKind.Official] = [], [NodeKind.Agency] = [] };
    private ExportScope _scope = null!;

    public override IReadOnlyList<NodeKind> Kinds { get; } = [NodeKind.Official, NodeKind.Agency];

    public override IReadOnlyList<NodeKind> Filtered => [.. Kinds, NodeKind.Meeting];

    public override IReadOnlyList<NodeKind> Inside => [NodeKind.Name, NodeKind.Meeting, NodeKind.Participation];

    public override async Task BeginAsync(ExportScope scope, CancellationToken cancel)
    {
        _scope = scope;
        Losses.Add(LossNames.Meetings, await scope.CountAsync(NodeKind.Meeting, cancel).ConfigureAwait(false));
        Losses.Add(
            LossNames.Unnamed,
            await scope.Graph.Participations.LongCountAsync(row => row.HiddenSince == null && row.OfficialId == null && row.AgencyId == null, cancel).ConfigureAwait(false));
        await writer.BeginAsync(scope.Version).ConfigureAwait(false);
    }

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        foreach (var row in page.Rows)
        {
            _ids[page.Kind].Add(row.Id);
            await writer.NodeAsync(Node(page, (Entity)row)).ConfigureAwait(false);
            CountLosses(page, (Entity)row);
        }

        await writer.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override async Task EndAsync(CancellationToken cancel)
    {
        await writer.EndNodesAsync().ConfigureAwait(false);
        var ties = new ParticipantTies(reader, _scope.Filter?.On(NodeKind.Meeting));
        foreach (var (kind, other) in Pairs)
        {
            for (int done = 0, next = 1; done < _ids[kind].Count;)
            {
                long[] some = [.. _ids[kind].Skip(done).Take(next)];
                var meetings = 0L;
                foreach (var tie in await ties.OfAsync(kind, other, some, cancel).ConfigureAwait(false))
                {
                    meetings += tie.Meetings;

                    // What a filter leaves out is no node. The ids are in order.
                    if (_scope.IsFiltered && _ids[other].BinarySearch(tie.To) < 0) continue;
                    await writer.EdgeAsync(Id(kind, tie.From), Id(other, tie.To), tie).ConfigureAwait(false);
                }

                await writer.FlushAsync(cancel).ConfigureAwait(false);
                done += some.Length;
                next = (int)Math.Clamp(some.Length * MeetingsAtOnce / Math.Max(1, meetings), 1, Math.Min(NodesAtOnce, 2 * some.Length));
            }
        }

        await writer.EndAsync(cancel).ConfigureAwait(false);
    }

    public override void Dispose() => writer.Dispose();

    private static string Id(NodeKind kind, long id) => NodeId.Encode(kind.ToString(), id);

    private static NetworkNode Node(ExportPage page, Entity entity) => entity switch
    {
        Agency agency => new NetworkNode(Id(NodeKind.Agency, entity.Id), page.Label(entity), entity.Slug, NodeKind.Agency, page.Code(agency.CountryId), EnumNames.Of(agency.Kind)),
        Official official => new NetworkNode(Id(NodeKind.Official, entity.Id), page.Label(entity), entity.Slug, NodeKind.Official, page.Code(official.CountryId), null),
        _ => throw new InvalidOperationException($"{entity.GetType().Name} is no node of the network."),
    };

    private void CountLosses(ExportPage page, Entity entity)
    {
        Losses.Add(LossNames.Names, Math.Max(0, page.Hanging<Name>(entity.Id).Count() - 1));
        Losses.Add(LossNames.Identifiers, page.Hanging<Identifier>(entity.Id).Count());
        Losses.Add(LossNames.Texts, page.Hanging<Text>(entity.Id).Count());
        Losses.AddIf(page.Slug((entity as Agency)?.ParentId) is not null, LossNames.Parents);
        Losses.AddIf(
            entity is Official { BirthDate.IsUnknown: false } or Official { DeathDate.IsUnknown: false } or Agency { Founded.IsUnknown: false } or Agency { Dissolved.IsUnknown: false },
            LossNames.Lives);
    }
}
