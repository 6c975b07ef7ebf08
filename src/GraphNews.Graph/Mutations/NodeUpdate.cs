using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Imports;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Mutations;

/// <summary>Changes a node where the input says something: what is left out stays, null clears, a list replaces the whole list.</summary>
internal sealed class NodeUpdate(MutationEdit mutation, Draft draft, long id)
{
    private readonly GraphEdit _edit = mutation.Edit;
    private readonly EditedRows _rows = new(mutation.Edit);

    public async Task RunAsync(CancellationToken cancel)
    {
        InputChecks.Check(_edit.Tables, draft);
        var references = new InputReferences(_edit);
        await references.ConnectAsync(draft, cancel).ConfigureAwait(false);
        var row = (NodeRow)(await _rows.FindAsync(_edit.Tables[draft.Kind], [id], cancel).ConfigureAwait(false))[0];
        await PinAsync(row, cancel).ConfigureAwait(false);
        SetColumns(row);
        InputChecks.CheckOrder(row, field => mutation.Input.ContainsKey(field) ? field : null);
        await ParentCircles.RefuseAsync(_edit, _rows, row, null, cancel).ConfigureAwait(false);
        await SetTextsAsync(cancel).ConfigureAwait(false);
        await SetIdentifiersAsync(cancel).ConfigureAwait(false);
        await SetLinksAsync(cancel).ConfigureAwait(false);

        var writing = new DraftWriting(_edit, references, mutation.Actor);
        foreach (var citation in draft.Citations) await writing.CiteAsync(citation, id, cancel).ConfigureAwait(false);
        await DisputeSettling.RunAsync(_edit, [id], cancel).ConfigureAwait(false);
    }

    private IEnumerable<IPropertyBase> Stated(NodeRow row)
        => FieldText.Columns(_edit.Tables[row]).Where(column => column.Name != nameof(SourceArticle.Text) && mutation.Input.ContainsKey(FieldText.Field(column)));

    private async Task PinAsync(NodeRow row, CancellationToken cancel)
    {
        var accepted = new List<(string, string?)>();
        foreach (var column in Stated(row).Where(column => !Equals(column.PropertyInfo!.GetValue(row), column.PropertyInfo.GetValue(draft.Row))))
            accepted.Add((FieldText.Field(column), await FieldText.OfAsync(_edit, row, column, cancel).ConfigureAwait(false)));
        await AcceptedValues.PinAsync(_edit, id, accepted, cancel).ConfigureAwait(false);
    }

    private void SetColumns(NodeRow row)
    {
        foreach (var column in Stated(row))
            column.PropertyInfo!.SetValue(row, column.PropertyInfo.GetValue(draft.Row));

        if (row is SourceArticle article && mutation.Input.ContainsKey("text"))
        {
            var given = (SourceArticle)draft.Row;
            if (article.Text is not null && article.Text != given.Text)
                throw InputException.Value(ErrorCodes.InvalidInput, "The article has a text, and citations count its characters. Add the new text as an article of its own.", [MutationEdit.Root, "text"]);
            (article.Text, article.ContentHash) = (given.Text, given.ContentHash);
        }
    }

    private async Task SetTextsAsync(CancellationToken cancel)
    {
        var fields = new[] { EntityNames.Title, "summary", "description" }.Where(field => mutation.Input.ContainsKey(field) && draft.Row is not SourceArticle).ToList();
        if (fields.Count == 0) return;
        var texts = (await HangingAsync<Text>(cancel).ConfigureAwait(false)).Where(text => fields.Contains(text.Field)).ToList();
        foreach (var (field, language, value) in draft.Texts)
        {
            var text = texts.Find(text => text.Field == field && text.Language == language);
            if (text is null) RecordCreation.AddText(_edit, (field, language, value), id);
            else text.Value = value;
        }

        foreach (var text in texts.Where(text => !draft.Texts.Exists(given => given.Field == text.Field && given.Language == text.Language))) _edit.Remove(text);
    }

    private async Task SetIdentifiersAsync(CancellationToken cancel)
    {
        if (!mutation.Input.ContainsKey("identifiers")) return;
        var identifiers = await HangingAsync<Identifier>(cancel).ConfigureAwait(false);
        foreach (var given in draft.Identifiers.Where(given => !identifiers.Exists(identifier => (identifier.Scheme, identifier.Value) == given)))
            RecordCreation.AddIdentifier(_edit, given, id);
        foreach (var identifier in identifiers.Where(identifier => !draft.Identifiers.Contains((identifier.Scheme, identifier.Value)))) _edit.Remove(identifier);
    }

    private async Task SetLinksAsync(CancellationToken cancel)
    {
        foreach (var table in _edit.Tables.All.Where(table => table.Kind is null && table.Ends is [{ Target: { } owner }, { Target: not null }] && owner.Kind == draft.Kind))
        {
            if (!mutation.Input.ContainsKey(FieldOf(table))) continue;
            var links = (await HangingAsync(table, cancel).ConfigureAwait(false)).ToDictionary(link => Key(table, link));
            foreach (var given in draft.Links.Where(link => link.Row.GetType() == table.RowType))
            {
                given.SetOwner(id);
                if (!links.Remove(Key(table, given.Row))) _edit.AddLink(given.Row);
            }

            foreach (var link in links.Values) _edit.Remove(link);
        }
    }

    // A link is listed under what it leads to; those to posts are capacities.
    private static string FieldOf(RowTable table)
        => table.RowType == typeof(Meetings.Capacity) ? "capacity" : Binding.CamelCase.Of(table.Ends[1].Target!.RowType.Name) + "s";

    private static string Key(RowTable table, GraphRow link) => string.Join(' ', table.References.Where(reference => reference != table.Ends[0]).Select(reference => reference.Get(link)));

    private async Task<List<T>> HangingAsync<T>(CancellationToken cancel)
        where T : GraphRow
        => [.. (await HangingAsync(_edit.Tables.All.Single(table => table.RowType == typeof(T)), cancel).ConfigureAwait(false)).Cast<T>()];

    private async Task<IEnumerable<GraphRow>> HangingAsync(RowTable table, CancellationToken cancel)
        => (await _rows.ReferringAsync(table.Ends[0], [id], cancel).ConfigureAwait(false)).Where(row => row.HiddenSince is null);
}
