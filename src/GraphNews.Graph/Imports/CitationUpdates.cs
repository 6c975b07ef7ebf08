using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Model;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Imports;

/// <summary>Brings the citations of nodes that exist to what their records say; a value that is not taken over is cited as a claim.</summary>
internal sealed class CitationUpdates(RunState run, GraphEdit edit, BatchReferences references, UpdatedNodes nodes)
{
    private long _dataset;

    /// <summary>The citations that a record gives a node or a name of it, those of claims with them.</summary>
    public async Task<List<(Citation Citation, long KeptId)>> WantedAsync(
        BatchRecord record, Draft cited, long subject, List<(string Field, string Value)> claims, CancellationToken cancel)
    {
        var citations = cited.Citations.ConvertAll(draft => (RecordCreation.Citation(draft, references, subject, nodes.Actor), draft.KeptId));
        foreach (var (field, value) in claims) citations.Add((await ClaimAsync(record, cited, subject, field, value, cancel).ConfigureAwait(false), 0));
        return citations;
    }

    /// <summary>Adds the citations that are new and retracts those that the source gives no longer; whether there were any.</summary>
    public async Task<bool> SetAsync(BatchRecord record, long subject, List<(Citation Citation, long KeptId)> wanted, CancellationToken cancel)
    {
        var isChanged = false;
        var old = nodes.Citations(subject).ToList();
        foreach (var (citation, keptId) in wanted)
        {
            if (old.Find(has => IsSame(has, citation)) is { } same)
            {
                old.Remove(same);
                continue;
            }

            RecordCreation.AddCitation(edit, citation, keptId);
            isChanged = true;
        }

        foreach (var gone in old.Where(citation => citation.AssertedBy == nodes.Actor))
        {
            var node = await edit.NodeAsync(gone.Id, cancel).ConfigureAwait(false);
            if (node.RetractedVersion is not null) continue;
            node.RetractedVersion = edit.Version;
            isChanged = true;
        }

        record.IsChanged |= isChanged;
        return isChanged;
    }

    /// <summary>The citation of a value that is not taken over: where the record cites the field, else the record, else its place in the source.</summary>
    private async Task<Citation> ClaimAsync(BatchRecord record, Draft cited, long subject, string field, string value, CancellationToken cancel)
    {
        var text = value.Length <= ColumnLengths.Passage ? value : value[..ColumnLengths.Passage];
        if ((cited.Citations.Find(citation => citation.Field == field) ?? cited.Citations.Find(citation => citation.Field is null)) is { } draft)
            return RecordCreation.Citation(draft with { Field = field, Value = text }, references.Quote(draft), references.Node(draft.Article), subject, nodes.Actor);

        return new Citation
        {
            SubjectId = subject,
            ArticleId = await DatasetAsync(cancel).ConfigureAwait(false),
            Locator = RunState.Locator(record.Draft.Record),
            Field = field,
            Value = text,
            AssertedBy = nodes.Actor,
        };
    }

    private async Task<long> DatasetAsync(CancellationToken cancel)
    {
        if (_dataset != 0) return _dataset;
        var slug = run.DatasetSlug;
        var ordinal = run.Records.Find(RecordKey.Of(new BundleReference.BySlug(slug)));
        _dataset = ordinal >= 0 && run.Records.Node(ordinal) is > 0 and var node
            ? node
            : await edit.Context.SourceArticles.Where(article => article.Slug == slug && article.HiddenSince == null).Select(article => article.Id)
                .FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (_dataset == 0) _dataset = edit.Add(new SourceArticle { Slug = slug, Kind = ArticleKind.Dataset, Title = run.Source.Key }).Id;
        return _dataset;
    }

    private bool IsSame(Citation has, Citation wanted)
        => has.ArticleId == nodes.Canonical(wanted.ArticleId) && has.Quote == wanted.Quote && has.Start == wanted.Start && has.End == wanted.End
            && has.Locator == wanted.Locator && has.Field == wanted.Field && has.Value == wanted.Value && has.Confidence == wanted.Confidence
            && has.AssertedBy == wanted.AssertedBy;
}
