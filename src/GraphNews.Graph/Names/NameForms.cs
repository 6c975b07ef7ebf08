using GraphNews.Graph.Changes;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Names;

/// <summary>Derives what a name is compared by, whenever it is written.</summary>
internal static class NameForms
{
    public static void Derive(EditedRows rows)
    {
        foreach (var edited in rows.Edited.Where(row => !row.IsRemoved))
        {
            if (edited.Row is not Name name || (edited.IsChanged && Equals(edited.Before(nameof(Name.Value)), name.Value))) continue;
            Derive(name);
            if (name.Script == Scripts.Undetermined) name.Script = Scripts.Of(name.Value);
        }
    }

    /// <summary>Derives the forms of one name by the rules of now.</summary>
    public static void Derive(Name name)
    {
        var forms = NameFolding.Fold(name.Value);
        name.Folded = Cut(forms.Folded);
        name.Loose = Cut(forms.Loose);
        name.Skeleton = Cut(forms.Skeleton);
        name.SkeletonStart = Cut(forms.SkeletonStart);
        name.SkeletonEnd = Cut(forms.SkeletonEnd);
        name.FoldingVersion = NameFolding.Version;
    }

    /// <summary>As much of a derived form as its column holds; a character of two units stays whole.</summary>
    public static string Cut(string text, int length = ColumnLengths.FoldedName)
        => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
