using System.Globalization;

namespace GraphNews.Graph.Mappings;

/// <summary>One row of a CSV file.</summary>
/// <param name="heading">The file's columns.</param>
/// <param name="cells">The row's cells, trimmed.</param>
/// <param name="number">The row's number, the first under the heading being 1.</param>
/// <param name="line">The line that it begins in, from 1.</param>
/// <param name="raw">The row as it stands in the file.</param>
internal sealed class CsvRow(CsvHeading heading, string[] cells, int number, int line, string raw)
{
    /// <summary>The row's number, the first under the heading being 1.</summary>
    public int Number { get; } = number;

    /// <summary>The line that it begins in, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The row as it stands in the file.</summary>
    public string Raw { get; } = raw;

    /// <summary>The text of a cell; empty if it is empty.</summary>
    public string Cell(string column) => column switch
    {
        Template.RowNumber => Number.ToString(CultureInfo.InvariantCulture),
        Template.FileName => Path.GetFileName(heading.File),
        _ => cells[heading.IndexOf(column)],
    };

    /// <summary>What is wrong with a cell.</summary>
    public MappingProblem Problem(string? column, string code, string reason) => new(heading.File, Line, column, code, reason);

    /// <summary>The error that a cell is wrong.</summary>
    public MappingException Wrong(string? column, string code, string reason) => new(Problem(column, code, reason));
}

/// <summary>The heading of a CSV file.</summary>
internal sealed class CsvHeading
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>Reads a heading.</summary>
    /// <exception cref="MappingException">A column has no name, or two have the same.</exception>
    public CsvHeading(string file, IReadOnlyList<string> columns)
    {
        (File, Columns) = (file, columns);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Length == 0 || !_indexes.TryAdd(columns[i], i))
            {
                throw new MappingException(new MappingProblem(
                    file, 1, $"{i + 1}", MappingCodes.BadHeading,
                    columns[i].Length == 0 ? "The column has no name." : $"There are two columns '{columns[i]}'."));
            }
        }
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string column) => _indexes.ContainsKey(column);

    /// <summary>The column's place in a row.</summary>
    public int IndexOf(string column) => _indexes[column];
}
