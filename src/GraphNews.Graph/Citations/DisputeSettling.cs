using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Citations;

/// <summary>
/// Lets facts show where sources disagree: a field is in dispute while a citation that shows gives it another value than
/// the row has. Each value that a citation gives is a claim, the accepted one too; a citation without a value
/// gives the accepted one.
/// </summary>
internal static class DisputeSettling
{
    /// <summary>Makes, changes and removes the disputes of some nodes as their citations have it.</summary>
    public static async Task RunAsync(GraphEdit edit, IReadOnlyCollection<long> subjects, CancellationToken cancel)
    {
        await edit.SaveAsync(cancel).ConfigureAwait(false);
        var rows = new EditedRows(edit);
        var citations = (await ReferringAsync<Citation>(edit, rows, nameof(Citation.SubjectId), subjects, cancel).ConfigureAwait(false)).ToLookup(c => c.SubjectId);
        var disputes = (await ReferringAsync<Dispute>(edit, rows, nameof(Dispute.SubjectId), subjects, cancel).ConfigureAwait(false)).ToLookup(d => d.SubjectId);
        var claims = (await ReferringAsync<Claim>(edit, rows, nameof(Claim.DisputeId), [.. disputes.SelectMany(d => d).Select(d => d.Id)], cancel).ConfigureAwait(false))
            .ToLookup(c => c.DisputeId);
        var texts = (await ReferringAsync<Text>(edit, rows, nameof(Text.SubjectId), subjects, cancel).ConfigureAwait(false)).ToLookup(t => t.SubjectId);
        foreach (var kind in await KindsAsync(rows, subjects, cancel).ConfigureAwait(false))
        {
            foreach (var row in await rows.FindAsync(edit.Tables[kind.Key], [.. kind], cancel).ConfigureAwait(false))
            {
                var fields = citations[row.Id].Where(c => c is { Field: not null, Value: not null }).Select(c => c.Field!)
                    .Union(disputes[row.Id].Select(d => d.Field), StringComparer.Ordinal);
                foreach (var field in fields)
                {
                    var accepted = await AcceptedAsync(edit, row, field, texts[row.Id], cancel).ConfigureAwait(false);
                    Settle(edit, row.Id, field, accepted, [.. citations[row.Id].Where(c => c.Field == field)], disputes[row.Id].FirstOrDefault(d => d.Field == field), claims);
                }
            }
        }
    }

    /// <summary>
    /// Lets disputes follow the retraction or restoring of a source: what it says is no claim any more, or is one again.
    /// </summary>
    /// <param name="edit">The write.</param>
    /// <param name="source">A citation, or an article with all that is cited from it.</param>
    /// <param name="cancel">Cancels the write.</param>
    public static async Task FollowAsync(GraphEdit edit, long source, CancellationToken cancel)
    {
        var citations = await edit.Context.Citations
            .Where(citation => (citation.Id == source || citation.ArticleId == source) && citation.Field != null && (citation.Value != null || citation.ClaimId != null))
            .ToListAsync(cancel).ConfigureAwait(false);
        foreach (var hidden in citations.Where(citation => citation.HiddenSince is not null)) hidden.ClaimId = null;
        long[] subjects = [.. citations.Select(citation => citation.SubjectId).Distinct()];
        if (subjects.Length > 0) await RunAsync(edit, subjects, cancel).ConfigureAwait(false);
    }

    private static void Settle(
        GraphEdit edit, long subject, string field, IReadOnlyList<string> accepted, List<Citation> citations, Dispute? dispute, ILookup<long, Claim> claims)
    {
        var isDisputed = citations.Exists(c => c.Value is { } value && !accepted.Contains(value, StringComparer.Ordinal));
        var old = dispute is null ? [] : claims[dispute.Id].ToList();
        if (isDisputed)
        {
            if (dispute is null) dispute = edit.AddLink(new Dispute { SubjectId = subject, Field = field });
            dispute.Accepted = accepted.Count > 0 ? accepted[0] : null;
        }

        foreach (var same in citations.GroupBy(c => isDisputed ? c.Value ?? dispute!.Accepted : null, StringComparer.Ordinal))
        {
            long? claim = null;
            if (same.Key is not null)
            {
                var existing = old.Find(c => c.Value == same.Key);
                claim = (existing ?? edit.AddLink(new Claim { DisputeId = dispute!.Id, Value = same.Key })).Id;
                if (existing is not null) old.Remove(existing);
            }

            foreach (var citation in same) citation.ClaimId = claim;
        }

        old.ForEach(edit.Remove);
        if (!isDisputed && dispute is not null) edit.Remove(dispute);
    }

    private static async Task<IReadOnlyList<string>> AcceptedAsync(
        GraphEdit edit, GraphRow row, string field, IEnumerable<Text> texts, CancellationToken cancel)
    {
        if (FieldText.Column(edit.Tables[row], field) is { } column)
            return await FieldText.OfAsync(edit, row, column, cancel).ConfigureAwait(false) is { } value ? [Cut(value)] : [];

        // A text stands in several languages; each of them is accepted.
        return [.. texts.Where(t => t.Field == field).OrderByDescending(t => t.Language == "en").ThenBy(t => t.Id).Select(t => t.Value)];
    }

    private static string Cut(string value) => value.Length <= ColumnLengths.Passage ? value : value[..ColumnLengths.Passage];

    private static async Task<IEnumerable<IGrouping<NodeKind, long>>> KindsAsync(EditedRows rows, IReadOnlyCollection<long> subjects, CancellationToken cancel)
        => (await rows.KindsAsync(subjects, cancel).ConfigureAwait(false)).GroupBy(kind => kind.Value, kind => kind.Key);

    private static async Task<IEnumerable<T>> ReferringAsync<T>(
        GraphEdit edit, EditedRows rows, string property, IReadOnlyCollection<long> ids, CancellationToken cancel)
        where T : GraphRow
    {
        if (ids.Count == 0) return [];
        var reference = edit.Tables.All.Single(table => table.RowType == typeof(T)).References.Single(r => r.Name == property);
        return (await rows.ReferringAsync(reference, ids, cancel).ConfigureAwait(false)).Cast<T>().Where(row => row.HiddenSince is null);
    }
}
