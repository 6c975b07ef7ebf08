using GraphNews.Graph.Changes;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Imports;

/// <summary>Brings texts, identifiers and links of nodes that exist to what their records say.</summary>
internal sealed class LinkUpdates(GraphEdit edit, UpdatedNodes nodes)
{
    /// <summary>Sets the texts; gives those that stay claims.</summary>
    public List<(string Field, string Value)> SetTexts(BatchRecord record, long id)
    {
        var claims = new List<(string, string)>();
        if (nodes.Links<Text>(id)?.ToList() is not { } old) return claims;
        foreach (var text in record.Draft.Texts)
        {
            var has = old.Find(t => t.Field == text.Field && t.Language == text.Language && t.Value == text.Value)
                ?? old.Find(t => t.Field == text.Field && t.Language == text.Language);
            old.Remove(has!);
            if (has is null)
            {
                RecordCreation.AddText(edit, text, id);
                record.IsChanged = true;
            }
            else if (has.Value == text.Value)
            {
                continue;
            }
            else if (nodes.IsOurs(has))
            {
                has.Value = text.Value;
                record.IsChanged = true;
            }
            else
            {
                record.Claims.Add($"{text.Field}: \"{text.Value}\" beside \"{has.Value}\"");
                claims.Add((text.Field, text.Value));
            }
        }

        RemoveOurs(record, old);
        return claims;
    }

    /// <summary>Adds and removes identifiers.</summary>
    public void SetIdentifiers(BatchRecord record, long id)
    {
        if (nodes.Links<Identifier>(id)?.ToList() is not { } old) return;
        foreach (var identifier in record.Draft.Identifiers)
        {
            if (old.Find(has => has.Scheme == identifier.Scheme && has.Value == identifier.Value) is { } has)
            {
                old.Remove(has);
                continue;
            }

            RecordCreation.AddIdentifier(edit, identifier, id);
            record.IsChanged = true;
        }

        RemoveOurs(record, old);
    }

    /// <summary>Adds and removes links to other nodes.</summary>
    public void SetLinks(BatchRecord record, long id)
    {
        foreach (var (table, links) in nodes.Links(record.Draft.Kind, id).Where(links => links.Table.RowType != typeof(Text) && links.Table.RowType != typeof(Identifier)))
        {
            var old = links.ToList();
            foreach (var link in record.Draft.Links.Where(link => link.Row.GetType() == table.RowType))
            {
                link.SetOwner(id);
                if (old.Find(has => table.References.All(end => end.Get(has) == (end.Get(link.Row) is { } target ? nodes.Canonical(target) : null))) is { } same)
                {
                    old.Remove(same);
                    continue;
                }

                edit.AddLink(link.Row);
                record.IsChanged = true;
            }

            RemoveOurs(record, old);
        }
    }

    private void RemoveOurs<T>(BatchRecord record, IEnumerable<T> links)
        where T : GraphRow
    {
        foreach (var link in links.Where(nodes.IsOurs))
        {
            edit.Remove(link);
            record.IsChanged = true;
        }
    }
}
