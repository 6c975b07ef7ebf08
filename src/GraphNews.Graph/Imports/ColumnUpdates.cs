using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Imports;

/// <summary>Brings the columns of rows that exist to what their records say.</summary>
internal sealed class ColumnUpdates(GraphEdit edit, UpdatedNodes nodes)
{
    /// <summary>Sets what is the source's to set; gives the values that stay claims.</summary>
    public async Task<List<(string Field, string Value)>> SetAsync(BatchRecord record, Draft draft, NodeRow row, CancellationToken cancel)
    {
        var claims = new List<(string, string)>();
        foreach (var column in FieldText.Columns(edit.Tables[row]).Where(IsAsserted))
        {
            var property = column.PropertyInfo!;
            var (old, said) = (property.GetValue(row), property.GetValue(draft.Row));
            if (column is IProperty key && key.IsForeignKey() && said is long id) said = nodes.Canonical(id);
            if (Equals(old, said)) continue;
            var last = nodes.Writers.Of(row.Id, column.Name);
            if (IsEmpty(said) ? last?.Actor == nodes.Actor && !IsEmpty(old) : (IsEmpty(old) && last is null or { IsFirst: true }) || last?.Actor == nodes.Actor)
            {
                property.SetValue(row, property.GetValue(draft.Row));
                record.IsChanged = true;
            }
            else if (!IsEmpty(said) && await ClaimAsync(draft, row, column, cancel).ConfigureAwait(false) is { } claim)
            {
                record.Claims.Add($"{claim.Field}: {claim.Value} beside {await FieldText.OfAsync(edit, row, column, cancel).ConfigureAwait(false) ?? "nothing"}");
                claims.Add(claim);
            }
        }

        if (row is SourceArticle { Text: null } article && draft.Row is SourceArticle { Text: not null } given)
        {
            (article.Text, article.ContentHash) = (given.Text, given.ContentHash);
            record.IsChanged = true;
        }

        return claims;
    }

    private async Task<(string Field, string Value)?> ClaimAsync(Draft draft, NodeRow row, IPropertyBase column, CancellationToken cancel)
        => column.Name != nameof(Fact.StatedBy) && await FieldText.OfAsync(edit, draft.Row, column, cancel).ConfigureAwait(false) is { } value
            ? (FieldText.Field(column), value)
            : null;

    private static bool IsAsserted(IPropertyBase column)
        => column.Name is not (nameof(Entity.Slug) or nameof(SourceArticle.ContentHash) or nameof(SourceArticle.Text) or nameof(Name.SubjectId)
            or nameof(Name.Value) or nameof(Name.Language) or nameof(Name.Script));

    /// <summary>Whether a value says nothing.</summary>
    internal static bool IsEmpty(object? value)
        => value is null or "" or PartialDate { IsUnknown: true } || (value is Enum member && Convert.ToInt32(member, null) == 0);
}
