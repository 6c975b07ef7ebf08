using System.Text;

namespace GraphNews.Graph.Mappings;

/// <summary>A text with columns in braces, such as <c>ifg-person:{id}</c>. <c>{#row}</c> is the number of the row, <c>{#file}</c> the file.</summary>
internal sealed class Template
{
    /// <summary>What stands for the number of the row, the first under the heading being 1.</summary>
    public const string RowNumber = "#row";

    /// <summary>What stands for the name of the file.</summary>
    public const string FileName = "#file";

    private readonly List<(string Text, bool IsColumn)> _parts;

    private Template(List<(string, bool)> parts, MappingPlace place) => (_parts, Place) = (parts, place);

    /// <summary>Where it stands.</summary>
    public MappingPlace Place { get; }

    /// <summary>The columns that it names.</summary>
    public IEnumerable<string> Columns
        => _parts.Where(part => part.IsColumn && part.Text is not (RowNumber or FileName)).Select(part => part.Text);

    /// <summary>The template that is one column.</summary>
    public static Template OfColumn(string column, MappingPlace place) => new([(column, true)], place);

    /// <summary>Reads a template.</summary>
    /// <exception cref="MappingException">A brace is not closed.</exception>
    public static Template Parse(string text, MappingPlace place)
    {
        List<(string, bool)> parts = [];
        var rest = text;
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{', StringComparison.Ordinal);
            if (open != 0)
            {
                parts.Add((open < 0 ? rest : rest[..open], false));
                rest = open < 0 ? "" : rest[open..];
                continue;
            }

            var close = rest.IndexOf('}', StringComparison.Ordinal);
            if (close < 2)
            {
                throw place.Wrong($"'{text}' has a brace that is not closed, or no column in it. Write a column's heading in braces, as in {{id}}.");
            }

            parts.Add((rest[1..close], true));
            rest = rest[(close + 1)..];
        }

        return new Template(parts, place);
    }

    /// <summary>The text of a row; null if one of the columns is empty there, or the template is.</summary>
    public string? Of(CsvRow row)
    {
        var text = new StringBuilder();
        foreach (var (part, isColumn) in _parts)
        {
            var value = isColumn ? row.Cell(part) : part;
            if (value.Length == 0)
            {
                return null;
            }

            text.Append(value);
        }

        return text.Length > 0 ? text.ToString() : null;
    }
}
