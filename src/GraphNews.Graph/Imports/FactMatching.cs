using GraphNews.Graph.Agreements;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>
/// Finds the facts that records tell of anew. A fact has no slug: the id that its record carries counts if that node says it
/// of the same ends. Otherwise it is one that another source gave: who took part in a meeting, who held a post, who is
/// bound by an agreement. The same said by two sources is one fact with the citations of both.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="edit">The edit.</param>
/// <param name="graph">What references lead to in the graph.</param>
/// <param name="records">The records of the batch.</param>
internal sealed class FactMatching(RunState run, GraphEdit edit, GraphLookup graph, IReadOnlyList<BatchRecord> records)
{
    private readonly Dictionary<int, BatchRecord> _batch = records.ToDictionary(record => record.Ordinal);

    public async Task RunAsync(CancellationToken cancel)
    {
        await MatchCarriedAsync(cancel).ConfigureAwait(false);
        foreach (var kind in records.Where(MayBeSaid).GroupBy(record => record.Draft.Kind).ToList())
            await MatchSaidAsync(edit.Tables[kind.Key], [.. kind], cancel).ConfigureAwait(false);
    }

    private async Task MatchCarriedAsync(CancellationToken cancel)
    {
        var carried = records.Where(record => record is { IsNew: true, Reject: null, Draft: { Id: not null, Row: Fact } }
            && graph.Find(new BundleReference.ById(record.Draft.Id.Value)) is { IsRetracted: false } target && target.Kind == record.Draft.Kind);
        foreach (var kind in carried.ToList().GroupBy(record => record.Draft.Kind))
        {
            var table = edit.Tables[kind.Key];
            var rows = (await table.FindAsync(edit.Context, kind.Select(record => record.Draft.Id!.Value), cancel).ConfigureAwait(false)).ToDictionary(row => row.Id);
            foreach (var record in kind)
            {
                var row = rows[record.Draft.Id!.Value];
                var ends = record.Draft.References.Where(reference => reference.Kind is not NodeKind.Country).Select(reference => Existing(reference.Reference)).Order();
                var has = table.References.Where(reference => reference.Target?.Kind is not NodeKind.Country).Select(reference => reference.Get(row)).OfType<long>().Order();
                if (!ends.SequenceEqual(has)) continue;
                (record.NodeId, record.IsNew) = (row.Id, false);
            }
        }
    }

    // On what this run has made nobody else hangs facts yet.
    private bool MayBeSaid(BatchRecord record)
        => record is { IsNew: true, Reject: null, Draft.Row: Participation or Tenure or AgreementParty }
            && Existing(record.Draft.References[0].Reference) < run.Run.FirstFreeId
            && record.Draft.References.TrueForAll(reference => Existing(reference.Reference) > 0);

    /// <summary>Finds the facts of other sources that say the same; each is taken once.</summary>
    private async Task MatchSaidAsync(RowTable table, List<BatchRecord> said, CancellationToken cancel)
    {
        await ConnectAsync(said, cancel).ConfigureAwait(false);
        var owner = table.Ends[0];
        var facts = await table.ReferringAsync(edit.Context, owner, said.Select(record => owner.Get(record.Draft.Row)!.Value).Distinct(), cancel).ConfigureAwait(false);
        facts.RemoveAll(fact => fact.HiddenSince is not null);
        var ours = await OursAsync(facts, cancel).ConfigureAwait(false);
        var byOwner = facts.Where(fact => !ours.Contains(fact.Id)).OrderBy(fact => fact.Id).ToLookup(fact => owner.Get(fact)!.Value);
        var taken = new HashSet<GraphRow>();
        foreach (var record in said)
        {
            if (byOwner[owner.Get(record.Draft.Row)!.Value].FirstOrDefault(fact => !taken.Contains(fact) && IsSame(table, record.Draft.Row, fact)) is not { } same) continue;
            taken.Add(same);
            (record.NodeId, record.IsNew) = (same.Id, false);
        }
    }

    /// <summary>Lets the drafts point at what stands for their ends, as rows do.</summary>
    private async Task ConnectAsync(List<BatchRecord> said, CancellationToken cancel)
    {
        var references = said.SelectMany(record => record.Draft.References).Select(reference => (Set: reference.Set, Id: Existing(reference.Reference))).ToList();
        foreach (var some in references.Chunk(RowTable.KeysAtOnce))
        {
            long[] ids = [.. some.Select(reference => reference.Id).Distinct()];
            var canonical = await edit.Context.Nodes.AsNoTracking().Where(node => ids.Contains(node.Id)).Select(node => new { node.Id, node.CanonicalId })
                .ToDictionaryAsync(node => node.Id, node => node.CanonicalId, cancel).ConfigureAwait(false);
            foreach (var (set, id) in some) set(canonical[id]);
        }
    }

    /// <summary>Those facts that the source has said already; each is a record of its own.</summary>
    private async Task<HashSet<long>> OursAsync(List<GraphRow> facts, CancellationToken cancel)
    {
        var ours = new HashSet<long>();
        foreach (var some in facts.Select(fact => fact.Id).Chunk(RowTable.KeysAtOnce))
        {
            ours.UnionWith(await edit.Context.ImportedRecords.AsNoTracking().Where(note => note.SourceId == run.Run.SourceId && some.Contains(note.NodeId))
                .Select(note => note.NodeId).ToListAsync(cancel).ConfigureAwait(false));
        }

        return ours;
    }

    /// <summary>Whether a fact is of the same as what is said, and says nothing else.</summary>
    private static bool IsSame(RowTable table, NodeRow said, GraphRow fact) => FieldText.Columns(table).All(column =>
    {
        var (left, right) = (column.PropertyInfo!.GetValue(said), column.PropertyInfo.GetValue(fact));
        return Equals(left, right) || (!Identifies(said, column.Name) && (ColumnUpdates.IsEmpty(left) || ColumnUpdates.IsEmpty(right)));
    });

    /// <summary>Whether a column tells of whom or what a fact is: it has to be the same, even where it is empty.</summary>
    private static bool Identifies(NodeRow said, string column) => said switch
    {
        Participation { OfficialId: null } => column is nameof(Participation.OfficialId) or nameof(Participation.AgencyId) or nameof(Participation.NameAsWritten),
        Participation => column is nameof(Participation.OfficialId),
        Tenure => column is nameof(Tenure.From),
        _ => column is nameof(AgreementParty.AgencyId) or nameof(AgreementParty.CountryId),
    };

    private long Existing(BundleReference reference)
        => run.Records.Find(RecordKey.Of(reference)) is var ordinal and >= 0
            ? _batch.TryGetValue(ordinal, out var record) ? record.NodeId : run.Records.Node(ordinal)
            : graph.Find(reference)?.Id ?? 0;
}
