using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Exports.Tables;

/// <summary>Writes the rows of a table.</summary>
internal sealed class TableWriter : IDisposable
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private readonly bool _isForSpreadsheets;

    /// <summary>Begins a table with its heading.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="columns">The heading.</param>
    /// <param name="isForSpreadsheets">Whether it has a byte order mark, and texts that a spreadsheet would compute have an apostrophe before them.</param>
    public TableWriter(Stream output, IReadOnlyList<string> columns, bool isForSpreadsheets)
    {
        _isForSpreadsheets = isForSpreadsheets;
        _text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: isForSpreadsheets), leaveOpen: true);
        _csv = new CsvWriter(_text, Form, leaveOpen: true);
        foreach (var column in columns) _csv.WriteField(column);
        _csv.NextRecord();
    }

    /// <summary>Writes the next cell of a row.</summary>
    public void Write(object? value) => _csv.WriteField(value switch
    {
        null => "",
        string text => Written(text),
        PartialDate date => date.Text,
        Enum member => EnumNames.Of(member),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });

    /// <summary>Ends a row.</summary>
    public void EndRow() => _csv.NextRecord();

    /// <summary>Sends on what was written.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _csv.FlushAsync().ConfigureAwait(false);
        await _text.FlushAsync(cancel).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    /// <summary>What begins so is a formula to a spreadsheet, and names come from whoever wrote them. Source: OWASP, "CSV injection".</summary>
    private string Written(string text) => _isForSpreadsheets && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
}
