using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Names;

/// <summary>Keeps what lists are sorted by: the folded best name of each entity whose names or titles an edit changed.</summary>
internal sealed class SortNames(GraphEdit edit, EditedRows rows)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var ids = rows.Edited.SelectMany(Called).ToHashSet();
        if (ids.Count == 0) return;

        var entities = new List<Entity>();
        var kinds = await rows.KindsAsync(ids, cancel).ConfigureAwait(false);
        foreach (var kind in kinds.GroupBy(k => k.Value, k => k.Key).Where(k => edit.Tables[k.Key].IsEntity))
            entities.AddRange((await rows.FindAsync(edit.Tables[kind.Key], [.. kind], cancel).ConfigureAwait(false)).Cast<Entity>());

        await DeriveAsync(entities, cancel).ConfigureAwait(false);
    }

    /// <summary>Derives the sort names of entities that the edit tracks.</summary>
    public async Task DeriveAsync(List<Entity> entities, CancellationToken cancel)
    {
        // A hidden entity keeps its place until it shows again: its names are hidden with it.
        entities.RemoveAll(e => e.HiddenSince is not null);
        long[] old = [.. entities.Where(e => !rows.IsNew(e.Id)).Select(e => e.Id)];
        if (old.Length > 0)
        {
            await rows.ReferringAsync(Subject(NodeKind.Name), old, cancel).ConfigureAwait(false);
            await rows.ReferringAsync(edit.Tables.ByName["Texts"].Ends[0], old, cancel).ConfigureAwait(false);
        }

        var names = new EntityNames(rows);
        foreach (var entity in entities)
            entity.SortName = names.BestOf(entity) is { } name ? NameForms.Cut(NameFolding.Folded(name.Value), ColumnLengths.Name) : "";
    }

    private RowReference Subject(NodeKind kind) => edit.Tables[kind].Ends[0];

    private static IEnumerable<long> Called(EditedRow<GraphRow> edited) => edited.Row switch
    {
        Name name => Before(edited, nameof(Name.SubjectId)).Append(name.SubjectId),
        Text { Field: EntityNames.Title } text => Before(edited, nameof(Text.SubjectId)).Append(text.SubjectId),
        SourceArticle article => [article.Id],
        _ => [],
    };

    private static IEnumerable<long> Before(EditedRow<GraphRow> edited, string property)
        => edited.IsNew ? [] : [(long)edited.Before(property)!];
}
