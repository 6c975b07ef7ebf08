using System.Text;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Citations;

/// <summary>Sources for what stands, and what to accept where they disagree.</summary>
[Extends("Mutation")]
internal static class CitationMutations
{
    // ISO 639-2: the language does not matter.
    private const string Undetermined = "und";

    /// <summary>Attaches a source; a value that differs from the accepted one opens a dispute.</summary>
    public static Mutation Cite { get; } = new(async (mutation, cancel) =>
    {
        var subject = await mutation.NodeAsync(null, "subject", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(subject);
        if (subject.Kind == NodeKind.Citation)
            throw InputException.Value(ErrorCodes.InvalidId, "A citation is no fact: it cannot be cited for itself.", [MutationEdit.Root, "subject"]);
        var draft = Read(mutation, mutation.Input);
        await CheckFieldAsync(mutation, subject.Kind, draft, cancel).ConfigureAwait(false);
        var references = new InputReferences(mutation.Edit);
        await references.LoadAsync([InputReferences.Article(draft)], cancel).ConfigureAwait(false);
        var citation = await new DraftWriting(mutation.Edit, references, mutation.Actor).CiteAsync(draft, subject.Id, cancel).ConfigureAwait(false);
        if (draft.Field is not null) await DisputeSettling.RunAsync(mutation.Edit, [subject.Id], cancel).ConfigureAwait(false);
        return new MutationResult("citation", new NodeKey(NodeKind.Citation, citation.Id));
    });

    /// <summary>Changes what a citation quotes, or what it says; its source and what it is cited for stay.</summary>
    public static Mutation UpdateCitation { get; } = new(async (mutation, cancel) =>
    {
        var node = await mutation.NodeAsync(NodeKind.Citation, "id", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(node);
        mutation.RequireFresh(node);
        var citation = (await mutation.Edit.Context.Citations.FindAsync([node.Id], cancel).ConfigureAwait(false))!;
        var subject = await mutation.Edit.NodeAsync(citation.SubjectId, cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(subject);
        await new CitationUpdate(mutation, citation, subject).RunAsync(cancel).ConfigureAwait(false);
        return new MutationResult("citation", new NodeKey(NodeKind.Citation, node.Id));
    });

    /// <summary>Accepts one value of a dispute; what was accepted becomes a claim of its sources.</summary>
    public static Mutation SettleDispute { get; } = new(async (mutation, cancel) =>
    {
        var subject = await mutation.NodeAsync(null, "subject", cancel).ConfigureAwait(false);
        MutationEdit.RequireStanding(subject);
        mutation.RequireFresh(subject);
        var (field, value) = ((string)mutation.Input["field"]!, NameFolding.WellFormed((string)mutation.Input["value"]!).Normalize(NormalizationForm.FormC));
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

    /// <summary>A citation as an input states it.</summary>
    internal static CitationDraft Read(MutationEdit mutation, IReadOnlyDictionary<string, object?> input)
    {
        var record = InputRecord.Of(NodeKind.Citation, input, new InputRules("", mutation.Actor));
        var fields = new RecordFields(record, record.Content, "");
        fields.Skip("type");
        fields.Skip("subject");
        var draft = DraftReader.ReadCitation(fields);
        InputChecks.Check(mutation.Edit.Tables, draft);
        return draft;
    }

    /// <exception cref="InputException">The subject has no such field, or the value is none of it.</exception>
    internal static async Task CheckFieldAsync(MutationEdit mutation, NodeKind kind, CitationDraft citation, CancellationToken cancel)
    {
        if (citation.Field is null)
        {
            if (citation.Value is not null) throw InputException.Value(ErrorCodes.InvalidInput, "Say by `field` which field the value is of.", [MutationEdit.Root, "field"]);
            return;
        }

        if (ClaimedValue.IsText(kind, citation.Field))
        {
            if (citation.Value is { } text) await ClaimedValue.ReadAsync(mutation, kind, citation.Field, Undetermined, text, cancel).ConfigureAwait(false);
            return;
        }

        var column = (kind == NodeKind.Country ? null : FieldText.Column(mutation.Edit.Tables[kind], citation.Field))
            ?? throw InputException.Value(ErrorCodes.InvalidInput, $"{kind} has no field '{citation.Field}' that sources can give.", [MutationEdit.Root, "field"]);
        if (citation.Value is { } value) await ClaimedValue.ReadAsync(mutation, kind, column, value, cancel).ConfigureAwait(false);
    }

    private static async Task AcceptAsync(MutationEdit mutation, Node subject, string field, string value, CancellationToken cancel)
    {
        var (edit, rows) = (mutation.Edit, new EditedRows(mutation.Edit));
        if (!ClaimedValue.IsText(subject.Kind, field))
        {
            var row = (NodeRow)(await rows.FindAsync(edit.Tables[subject.Kind], [subject.Id], cancel).ConfigureAwait(false))[0];
            var column = FieldText.Column(edit.Tables[subject.Kind], field)!;
            column.PropertyInfo!.SetValue(row, await ClaimedValue.ReadAsync(mutation, subject.Kind, column, value, cancel).ConfigureAwait(false));
            InputChecks.CheckOrder(row, _ => "value");
            await ParentCircles.RefuseAsync(edit, rows, row, "value", cancel).ConfigureAwait(false);
            return;
        }

        var language = mutation.Input.GetValueOrDefault("language") as string
            ?? throw InputException.Value(ErrorCodes.InvalidInput, "The field has a text for each language: say the language of the value.", [MutationEdit.Root, "language"]);
        var words = await ClaimedValue.ReadAsync(mutation, subject.Kind, field, language, value, cancel).ConfigureAwait(false);
        var text = await edit.Context.Texts.SingleOrDefaultAsync(
            one => one.SubjectId == subject.Id && one.Field == field && one.Language == language && one.HiddenSince == null, cancel).ConfigureAwait(false);
        if (text is null) RecordCreation.AddText(edit, (field, language, words), subject.Id);
        else text.Value = words;
    }
}
