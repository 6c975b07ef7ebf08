using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Citations;

/// <summary>
/// Changes what a citation says. Its quote or locator is one thing with its place: who gives a part of it gives it anew.
/// </summary>
internal sealed class CitationUpdate(MutationEdit mutation, Citation citation, Node subject)
{
    private static readonly string[] Place = ["quote", "start", "end", "locator"];

    public async Task RunAsync(CancellationToken cancel)
    {
        var edit = mutation.Edit;
        var isMoved = Place.Any(mutation.Input.ContainsKey);
        var draft = CitationMutations.Read(mutation, AsItIsToBe(isMoved));
        await CitationMutations.CheckFieldAsync(mutation, subject.Kind, draft, cancel).ConfigureAwait(false);
        if (isMoved)
        {
            var found = await DraftWriting.FindQuoteAsync(edit, draft, citation.ArticleId, cancel).ConfigureAwait(false);
            (citation.Quote, citation.Start, citation.End, citation.Locator) = (found?.Quote, found?.Start, found?.End, draft.Locator);
        }

        // A claim belongs to a dispute about one field.
        if (citation.Field != draft.Field) citation.ClaimId = null;
        (citation.Field, citation.Value, citation.Confidence) = (draft.Field, draft.Value, draft.Confidence);
        await DisputeSettling.RunAsync(edit, [subject.Id], cancel).ConfigureAwait(false);
    }

    /// <summary>The citation as an input would write it, with what the mutation's input changes.</summary>
    private Dictionary<string, object?> AsItIsToBe(bool isMoved)
    {
        var input = new Dictionary<string, object?>
        {
            ["article"] = new Dictionary<string, object?> { ["id"] = NodeId.Encode(nameof(NodeKind.SourceArticle), citation.ArticleId) },
            ["field"] = citation.Field,
            ["value"] = citation.Value,
            ["confidence"] = citation.Confidence,
        };
        if (!isMoved) (input["quote"], input["start"], input["end"], input["locator"]) = (citation.Quote, citation.Start, citation.End, citation.Locator);
        foreach (var (field, value) in mutation.Input) input[field] = value;
        return input;
    }
}
