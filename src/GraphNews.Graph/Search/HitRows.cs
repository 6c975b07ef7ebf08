using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Search;

/// <summary>Shows hits as rows; how they match and where is worked out only if it is asked.</summary>
internal sealed class HitRows(ObjectBinding type, SearchText text, AlikeNames alike, Participants participants, Passages passages, PlainRows plain)
{
    /// <summary>The field that leads to the entity.</summary>
    public const string Node = "node";

    public Row Of(FoundHit found, IReadOnlyList<Selection> selections, Dictionary<Selection, IReadOnlyDictionary<NodeKey, Row>> nodes)
    {
        var hit = Hit(found, selections);
        var row = new Row(new RowShape(type, selections), 0);
        for (var slot = 0; slot < selections.Count; slot++)
        {
            var (selection, part) = (selections[slot], (PartField)selections[slot].Field);
            row[slot] = part switch
            {
                { Name: Node } => nodes[selection][hit.Node],
                { Target: { } target } => plain.Show(part.Property!.GetValue(hit), target, selection.Children),
                _ => PlainRows.Leaf(part.Property!.GetValue(hit)),
            };
        }

        return row;
    }

    private SearchHit Hit(FoundHit found, IReadOnlyList<Selection> selections)
    {
        var match = selections.Any(selection => selection.Field.Name is not (Node or "score"))
            ? MatchedName.Find(found.Content.Names, text, alike) ?? participants.NameFor(found, text, alike)
            : null;
        var highlights = selections.Any(selection => selection.Field.Name == "highlights")
            ? passages.Of(found.Content, match is { Rule: MatchRule.Participant } ? null : match)
            : [];
        return new SearchHit(found.Node, found.Place.Score, match?.Name.Value, match?.Rule ?? MatchRule.Text, highlights);
    }
}
