using System.Text;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Changes;

/// <summary>
/// Strings as they are stored: trimmed, and no longer than their column. SQLite would keep longer ones, which then
/// could not move to another storage.
/// </summary>
internal sealed class WrittenText(RowTables tables)
{
    private readonly Dictionary<Type, IProperty[]> _columns = tables.All.ToDictionary(t => t.RowType, Columns);

    public void Clean(EditedRows rows)
    {
        foreach (var edited in rows.Edited.Where(row => !row.IsRemoved)) Clean(edited.Row);
    }

    /// <exception cref="GraphException">A string is longer than its column, or cannot be kept by every database, or a name or text is empty.</exception>
    public void Clean(GraphRow row)
    {
        Normalize(row);
        foreach (var column in _columns[row.GetType()]) Clean(row, column, tables[row].Name);
    }

    /// <exception cref="GraphException">The change log cannot hold who writes, or why.</exception>
    public static void Check(ChangeOrigin origin)
    {
        Fit(origin.Actor, ColumnLengths.Actor, "Changes.Actor");
        Fit(origin.Reason ?? "", ColumnLengths.Passage, "Changes.Reason");
    }

    private static IProperty[] Columns(RowTable table)
        => [.. table.Model.GetProperties().Where(p => p.ClrType == typeof(string) && !Derived.Is(p.DeclaringType.ClrType, p.Name)
            && !Derived.Is(p.PropertyInfo!.DeclaringType!, p.Name))];

    private static void Normalize(GraphRow row)
    {
        switch (row)
        {
            case Name name:
                name.Value = Filled(NameFolding.Clean(name.Value), "A name");
                break;
            case Text text:
                text.Value = Filled(text.Value.Trim().Normalize(NormalizationForm.FormC), "A text");
                break;
        }
    }

    private static string Filled(string value, string what)
        => value.Length > 0 ? value : throw new GraphException(ErrorCodes.BadArguments, $"{what} must not be empty.");

    private static void Clean(GraphRow row, IProperty column, string table)
    {
        if (column.GetGetter().GetClrValue(row) is not string value) return;
        if (column.FindAnnotation(RowModel.Verbatim) is null)
        {
            var trimmed = value.Trim();
            if (trimmed.Length < value.Length) column.PropertyInfo!.SetValue(row, value = trimmed);
        }

        if (!WrittenCharacters.CanBeKept(value))
            throw new GraphException(ErrorCodes.BadArguments, $"{table}.{column.Name} holds U+0000 or half of a surrogate pair, which not every database keeps.");
        if (column.GetMaxLength() is { } longest) Fit(value, longest, $"{table}.{column.Name}");
    }

    private static void Fit(string value, int longest, string column)
    {
        if (value.Length <= longest) return;
        throw new GraphException(
            ErrorCodes.ValueTooLong, $"{column} holds at most {longest} characters, and this has {value.Length}: \"{value[..Math.Min(40, longest)]}…\".");
    }
}
