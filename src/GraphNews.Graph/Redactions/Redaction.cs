using System.Globalization;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Redactions;

/// <summary>
/// Blanks fields of a node: the values themselves, what sources claim of them, what was derived from them, and all that the change
/// log has of these. The blanking is a write like any other, by which caches and the search index are told.
/// </summary>
internal sealed class Redaction(GraphEdit edit, Node node)
{
    private const string Identifiers = "identifiers";
    private const string Slug = "slug";

    private readonly RedactedLog _log = new(edit);

    public async Task RunAsync(IReadOnlyList<string> fields, CancellationToken cancel)
    {
        var table = edit.Tables[node.Kind];
        var row = (NodeRow)(await table.FindAsync(edit.Context, [node.Id], cancel).ConfigureAwait(false))[0];
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            if (ClaimedValue.IsText(node.Kind, field)) await BlankTextsAsync(field, cancel).ConfigureAwait(false);
            else if (field == Identifiers && table.IsEntity) await BlankIdentifiersAsync(cancel).ConfigureAwait(false);
            else if (field == Slug && row is Entity entity) await BlankSlugAsync(entity, cancel).ConfigureAwait(false);
            else await BlankColumnsAsync(row, field, [MutationEdit.Root, "fields", i.ToString(CultureInfo.InvariantCulture)], cancel).ConfigureAwait(false);
        }

        await ForgetNamesAsync(row, fields, cancel).ConfigureAwait(false);
        await edit.Context.IdempotencyKeys.Where(key => key.NodeId == node.Id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);

        await edit.SaveAsync(cancel).ConfigureAwait(false);
    }

    private async Task BlankColumnsAsync(NodeRow row, string field, IReadOnlyList<string> path, CancellationToken cancel)
    {
        var table = edit.Tables[row];
        var columns = BlankValues.Columns(table, field, path);
        var subject = row is Citation citation ? field == "value" ? citation.SubjectId : (long?)null : node.Id;
        var said = subject is null ? [] : await ClaimedAsync(row, columns[0].Name, field, cancel).ConfigureAwait(false);
        BlankValues.Set(row, columns);
        if (row is Name && node is { RetractedVersion: null } && node.CanonicalId == node.Id) await edit.RetractAsync(node.Id, cancel).ConfigureAwait(false);
        await SettleAsync(subject, row is Citation ? null : field, said, cancel).ConfigureAwait(false);

        await _log.BlankAsync(log => log.Where(entry => entry.NodeId == node.Id && entry.Table == table.Name), [.. columns.Select(column => column.Name)], cancel).ConfigureAwait(false);
        await _log.TellAsync(table.Name, node.Id, columns[0].Name, cancel).ConfigureAwait(false);
    }

    private async Task BlankTextsAsync(string field, CancellationToken cancel)
    {
        var texts = await edit.Context.Texts.Where(text => text.SubjectId == node.Id && text.Field == field).ToListAsync(cancel).ConfigureAwait(false);
        texts.ForEach(edit.Remove);
        await SettleAsync(node.Id, field, [], cancel).ConfigureAwait(false);

        var rows = (await _log.RowsAsync(node.Id, "Texts", nameof(Text.Field), field, cancel).ConfigureAwait(false)).ToArray();
        await _log.BlankAsync(log => log.Where(entry => entry.NodeId == node.Id && entry.Table == "Texts" && rows.Contains(entry.RowId)), [nameof(Text.Value)], cancel).ConfigureAwait(false);
        await _log.TellAsync("Texts", node.Id, nameof(Text.Value), cancel).ConfigureAwait(false);
    }

    private async Task BlankIdentifiersAsync(CancellationToken cancel)
    {
        var identifiers = await edit.Context.Identifiers.Where(identifier => identifier.SubjectId == node.Id).ToListAsync(cancel).ConfigureAwait(false);
        identifiers.ForEach(edit.Remove);
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        await _log.BlankAsync(log => log.Where(entry => entry.NodeId == node.Id && entry.Table == "Identifiers"), [nameof(Identifier.Value)], cancel).ConfigureAwait(false);
        await _log.TellAsync("Identifiers", node.Id, nameof(Identifier.Value), cancel).ConfigureAwait(false);
    }

    private async Task BlankSlugAsync(Entity entity, CancellationToken cancel)
    {
        entity.Slug = BlankValues.Slug(node.Id);
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        await edit.Context.Slugs.Where(slug => slug.NodeId == node.Id && slug.Value != entity.Slug).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        var table = edit.Tables[entity].Name;
        await _log.BlankAsync(log => log.Where(entry => entry.NodeId == node.Id && entry.Table == table), [nameof(Entity.Slug)], cancel).ConfigureAwait(false);
        await _log.TellAsync(table, node.Id, nameof(Entity.Slug), cancel).ConfigureAwait(false);
    }

    /// <summary>All that the log has of a column: copies of it may stand among the claims of a dispute.</summary>
    private async Task<List<string>> ClaimedAsync(NodeRow row, string column, string field, CancellationToken cancel)
    {
        var (table, id) = (edit.Tables[row].Name, row.Id);
        var values = await edit.Context.ChangeEntries.Where(entry => entry.NodeId == id && entry.Table == table && entry.Field == column)
            .Select(entry => new { entry.OldValue, entry.NewValue }).ToListAsync(cancel).ConfigureAwait(false);
        return [.. values.SelectMany(value => new[] { value.OldValue, value.NewValue }).OfType<string>().Distinct()];
    }

    /// <summary>Lets claims go with what they claim: those of a field, or those that are copies of what was said.</summary>
    private async Task SettleAsync(long? subject, string? field, List<string> said, CancellationToken cancel)
    {
        if (subject is not { } id)
        {
            await edit.SaveAsync(cancel).ConfigureAwait(false);
            return;
        }

        var citations = field is null ? [] : await edit.Context.Citations.Where(citation => citation.SubjectId == id && citation.Field == field).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var citation in citations) (citation.Value, citation.ClaimId) = (null, null);
        await DisputeSettling.RunAsync(edit, [id], cancel).ConfigureAwait(false);
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        foreach (var citation in citations)
            await _log.BlankAsync(log => log.Where(entry => entry.NodeId == citation.Id && entry.Table == "Citations"), [nameof(Citation.Value)], cancel).ConfigureAwait(false);

        var disputes = field is null ? [] : (await _log.RowsAsync(id, "Disputes", nameof(Dispute.Field), field, cancel).ConfigureAwait(false)).ToArray();
        var owned = disputes.Select(dispute => dispute.ToString(CultureInfo.InvariantCulture)).ToArray();
        var claims = await edit.Context.ChangeEntries
            .Where(entry => entry.NodeId == id && entry.Table == "Claims" && entry.Field == nameof(Claim.DisputeId) && (owned.Contains(entry.OldValue) || owned.Contains(entry.NewValue)))
            .Select(entry => entry.RowId).Distinct().ToArrayAsync(cancel).ConfigureAwait(false);
        var copies = said.ToArray();
        await _log.BlankAsync(
            log => log.Where(entry => entry.NodeId == id && ((entry.Table == "Disputes" && disputes.Contains(entry.RowId)) || (entry.Table == "Claims" && claims.Contains(entry.RowId))
                || ((entry.Table == "Disputes" || entry.Table == "Claims") && (copies.Contains(entry.OldValue) || copies.Contains(entry.NewValue))))),
            [nameof(Dispute.Accepted), nameof(Claim.Value)], cancel).ConfigureAwait(false);
    }

    /// <summary>What hidden entities are sorted by stays until they show again: it must not outlive the name.</summary>
    private async Task ForgetNamesAsync(NodeRow row, IReadOnlyList<string> fields, CancellationToken cancel)
    {
        var called = row switch
        {
            Name name => name.SubjectId,
            Entity when fields.Contains(EntityNames.Title) => row.Id,
            _ => (long?)null,
        };
        if (called is not { } id) return;
        var subject = await edit.NodeAsync(id, cancel).ConfigureAwait(false);
        foreach (var entity in (await edit.Tables[subject.Kind].FindAsync(edit.Context, [id], cancel).ConfigureAwait(false)).OfType<Entity>().Where(entity => entity.HiddenSince is not null))
            entity.SortName = "";
    }
}
