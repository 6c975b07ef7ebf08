using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GraphNews.Graph.Mappings;

/// <summary>Reads a CSV file row by row, as RFC 4180 has it; at no time is more than one row in memory.</summary>
/// <param name="path">The file's path.</param>
/// <param name="name">The file, as messages and citations name it.</param>
/// <param name="source">What the mapping says of it.</param>
internal sealed class CsvFile(string path, string name, SourceMapping source)
{
    // No text of the graph is longer; more in one cell is a quote that was never closed.
    private const int LongestCell = 1_000_000;

    // A longer row is not repeated in the list of rejects.
    private const int LongestRaw = 10_000;

    private readonly Encoding? _strayControls = source.StrayControls is { } encoding ? CsvEncoding.Find(encoding) : null;

    /// <summary>How many bytes of the file were read so far.</summary>
    public long Position { get; private set; }

    /// <summary>The rows in their order, each a row or what is wrong with it.</summary>
    /// <exception cref="MappingException">The file cannot be read on.</exception>
    public async IAsyncEnumerable<ReadRow> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = CsvEncoding.Open(path, name, source.Encoding);
        var bad = new List<int>();
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = source.Delimiter,
            MaxFieldSize = LongestCell,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.None,
            BadDataFound = found => bad.Add(found.Context.Parser?.RawRow ?? 0),
            LineBreakInQuotedFieldIsBadData = false,
        };
        using var parser = new CsvParser(reader, configuration);
        if (!await AdvanceAsync(parser, cancel).ConfigureAwait(false))
        {
            throw new MappingException(new MappingProblem(name, 1, null, MappingCodes.BadHeading, "The file is empty. Its first line has to name the columns."));
        }

        var heading = new CsvHeading(name, [.. parser.Record!.Select(cell => cell.Trim())]);
        CheckColumns(heading);
        var number = 0;
        while (true)
        {
            bad.Clear();
            var before = parser.RawRow;
            if (!await AdvanceAsync(parser, cancel).ConfigureAwait(false))
            {
                yield break;
            }

            number++;
            Position = reader.BaseStream.Position;
            var cells = parser.Record!;
            var line = FirstLine(parser, before);
            var raw = parser.RawRecord.Length <= LongestRaw ? parser.RawRecord.TrimEnd('\r', '\n') : "";
            yield return (bad.Count > 0 || !IsClosed(parser.RawRecord), cells.Length == heading.Columns.Count) switch
            {
                (true, _) => new ReadRow(null, new MappingProblem(
                    name, line, null, MappingCodes.BrokenRow,
                    $"Row {number} has a quote that is not closed, or one in the middle of a cell. A cell with quotes stands in quotes, each of its own doubled."), raw),
                (_, false) => new ReadRow(null, new MappingProblem(
                    name, line, null, MappingCodes.RaggedRow, $"Row {number} has {cells.Length} cells, and the heading {heading.Columns.Count}."), raw),
                _ => new ReadRow(new CsvRow(heading, Array.ConvertAll(cells, Clean), number, line, raw), null, raw),
            };
        }
    }

    // Blank lines before a row count as lines and are not in its raw text. Where a quote swallows the rest of a file, its
    // end is no line of its own.
    private static int FirstLine(CsvParser parser, int before)
        => IsClosed(parser.RawRecord) ? parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n') : before + 1;

    private static bool IsClosed(string raw) => raw.AsSpan().Count('"') % 2 == 0;

    private async Task<bool> AdvanceAsync(CsvParser parser, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            return await parser.ReadAsync().ConfigureAwait(false);
        }
        catch (MaxFieldSizeException error)
        {
            throw new MappingException(
                new MappingProblem(
                    name, parser.RawRow, null, MappingCodes.BrokenRow,
                    $"A cell that begins here has more than {LongestCell:N0} characters. Is a quote not closed? Nothing after it can be read."),
                error);
        }
        catch (DecoderFallbackException error)
        {
            var line = await CsvEncoding.FindWrongLineAsync(path, source.Encoding, cancel).ConfigureAwait(false);
            throw new MappingException(
                new MappingProblem(
                    name, line, null, MappingCodes.WrongEncoding,
                    $"The line has a byte that {source.Encoding} does not have. Name the file's encoding in the mapping, such as windows-1252, or save it as {source.Encoding}."),
                error);
        }
    }

    private void CheckColumns(CsvHeading heading)
    {
        foreach (var template in MappedColumns.Of(source))
        {
            if (template.Columns.FirstOrDefault(column => !heading.Has(column)) is { } missing)
            {
                throw new MappingException(new MappingProblem(
                    name, 1, null, MappingCodes.MissingColumn,
                    $"There is no column '{missing}', which {template.Place.File}, line {template.Place.Line}, asks for. There are {string.Join(", ", heading.Columns)}."));
            }
        }
    }

    // Where bytes of a Windows code page were once read as Latin-1, dashes and quotes stand as controls.
    private string Clean(string cell)
    {
        return _strayControls is null || cell.All(letter => letter is < '\u0080' or > '\u009F')
            ? cell.Trim()
            : string.Concat(cell.Select(letter => letter is >= '\u0080' and <= '\u009F' ? Repair(letter) : letter.ToString())).Trim();
    }

    private string Repair(char letter)
    {
        try
        {
            return _strayControls!.GetString([(byte)letter]);
        }
        catch (DecoderFallbackException)
        {
            return letter.ToString();
        }
    }
}

/// <summary>A row, or what is wrong with it.</summary>
/// <param name="Row">The row; null if something is wrong with it.</param>
/// <param name="Problem">What is wrong; null if nothing.</param>
/// <param name="Raw">The row as it stands in the file; empty if it is too long to be repeated.</param>
internal sealed record ReadRow(CsvRow? Row, MappingProblem? Problem, string Raw);
