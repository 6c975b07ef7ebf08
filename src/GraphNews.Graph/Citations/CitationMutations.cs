using GraphNews.Graph.Binding;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Citations;

/// <summary>Sources for what stands, and what to accept where they disagree.</summary>
[Extends("Mutation")]
internal static class CitationMutations
{
    /// <summary>Attaches a source; a value that differs from the accepted one opens a dispute.</summary>
    public static Mutation Cite { get; } = new(async (mutation, cancel) =>
    {
        var subject = await mutation.NodeAsync(null, "subject", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(subject);
        if (subject.Kind == NodeKind.Citation)
            throw InputException.Value(ErrorCodes.InvalidId, "A citation is no fact: it cannot be cited for itself.", [MutationEdit.Root, "subject"]);
        var record = InputRecord.Of(NodeKind.Citation, mutation.Input, new InputRules("", mutation.Actor));
        var fields = new RecordFields(record, record.Content, "");
        fields.Skip("type");
        fields.Skip("subject");
        var draft = DraftReader.ReadCitation(fields);
        InputChecks.Check(mutation.Edit.Tables, draft);
        await CheckFieldAsync(mutation, subject.Kind, draft, cancel).ConfigureAwait(false);
        var references = new InputReferences(mutation.Edit);
        await references.LoadAsync([InputReferences.Article(draft)], cancel).ConfigureAwait(false);
        var citation = await new DraftWriting(mutation.Edit, references, mutation.Actor).CiteAsync(draft, subject.Id, cancel).ConfigureAwait(false);
        if (draft.Field is not null) await DisputeSettling.RunAsync(mutation.Edit, [subject.Id], cancel).ConfigureAwait(false);
        return new MutationResult("citation", new NodeKey(NodeKind.Citation, citation.Id));
    });

    /// <summary>Accepts one value of a dispute; what was accepted becomes a claim of its sources.</summary>
    public static Mutation SettleDispute { get; } = new(async (mutation, cancel) =>
    {
        var subject = await mutation.NodeAsync(null, "subject", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(subject);
        mutation.RequireFresh(subject);
        var (field, value) = ((string)mutation.Input["field"]!, (string)mutation.Input["value"]!);
        var edit = mutation.Edit;
        var dispute = await edit.Context.Disputes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.SubjectId == subject.Id && one.Field == field && one.HiddenSince == null, cancel).ConfigureAwait(false)
            ?? throw InputException.Value(ErrorCodes.InvalidInput, $"Sources do not disagree about the field '{field}'.", [MutationEdit.Root, "field"]);
        if (!await edit.Context.Claims.AnyAsync(claim => claim.DisputeId == dispute.Id && claim.Value == value && claim.HiddenSince == null, cancel).ConfigureAwait(false))
            throw InputException.Value(ErrorCodes.InvalidInput, "No source gives this value. The dispute's claims list those that are given.", [MutationEdit.Root, "value"]);

        await AcceptedValues.PinAsync(edit, subject.Id, [(field, dispute.Accepted)], cancel).ConfigureAwait(false);
        await AcceptAsync(mutation, subject, field, value, cancel).ConfigureAwait(false);
        await DisputeSettling.RunAsync(edit, [subject.Id], cancel).ConfigureAwait(false);
        return new MutationResult("subject", new NodeKey(subject.Kind, subject.Id));
    });

    /// <exception cref="InputException">The subject has no such field, or the value is none of it.</exception>
    private static async Task CheckFieldAsync(MutationEdit mutation, NodeKind kind, CitationDraft citation, CancellationToken cancel)
    {
        if (citation.Field is null)
        {
            if (citation.Value is not null) throw InputException.Value(ErrorCodes.InvalidInput, "Say by `field` which field the value is of.", [MutationEdit.Root, "field"]);
            return;
        }

        if (FieldValue.IsText(kind, citation.Field)) return;
        var column = FieldText.Column(mutation.Edit.Tables[kind], citation.Field)
            ?? throw InputException.Value(ErrorCodes.InvalidInput, $"{kind} has no field '{citation.Field}' that sources can give.", [MutationEdit.Root, "field"]);
        if (citation.Value is { } value) FieldValue.Parse(column, value, await SlugAsync(mutation.Edit, value, cancel).ConfigureAwait(false), [MutationEdit.Root, "value"]);
    }

    private static async Task AcceptAsync(MutationEdit mutation, Node subject, string field, string value, CancellationToken cancel)
    {
        var (edit, rows) = (mutation.Edit, new EditedRows(mutation.Edit));
        if (!FieldValue.IsText(subject.Kind, field))
        {
            var row = (await rows.FindAsync(edit.Tables[subject.Kind], [subject.Id], cancel).ConfigureAwait(false))[0];
            var column = FieldText.Column(edit.Tables[subject.Kind], field)!;
            column.PropertyInfo!.SetValue(row, FieldValue.Parse(column, value, await SlugAsync(edit, value, cancel).ConfigureAwait(false), [MutationEdit.Root, "value"]));
            return;
        }

        var language = mutation.Input.GetValueOrDefault("language") as string
            ?? throw InputException.Value(ErrorCodes.InvalidInput, "The field has a text for each language: say the language of the value.", [MutationEdit.Root, "language"]);
        var text = await edit.Context.Texts.SingleOrDefaultAsync(
            one => one.SubjectId == subject.Id && one.Field == field && one.Language == language && one.HiddenSince == null, cancel).ConfigureAwait(false);
        if (text is null) RecordCreation.AddText(edit, (field, language, value), subject.Id);
        else text.Value = value;
    }

    private static async Task<Dictionary<string, long>> SlugAsync(GraphEdit edit, string value, CancellationToken cancel)
        => await edit.Context.Slugs.AsNoTracking().Where(slug => slug.Value == value)
            .ToDictionaryAsync(slug => slug.Value, slug => slug.NodeId, cancel).ConfigureAwait(false);
}
