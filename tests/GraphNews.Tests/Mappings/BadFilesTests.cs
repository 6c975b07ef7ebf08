using System.Text;
using GraphNews.Graph.Bundles;

namespace GraphNews.Tests.Mappings;

/// <summary>Of a mapping with a file that cannot be read to its end nothing is imported, and the message says what to do.</summary>
public sealed class BadFilesTests : IDisposable
{
    private const string Officials =
        """
        - type: Official
          key: person:{id}
          names: { value: "{name}" }
        """;

    private readonly MappedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_byte_that_is_no_utf8_is_told_with_its_line()
    {
        _folder.Map(Officials).Write("rows.csv", [.. "id,name\n1,Anna\n2,Zo"u8, 0xEB, .. "\n"u8]);

        await FailsAsync(3, "utf-8 does not have", "WRONG_ENCODING");
    }

    [Fact]
    public async Task A_file_in_windows_1252_is_read_where_the_mapping_says_so()
    {
        _folder.Map(Officials, "encoding: windows-1252").Write("rows.csv", "id,name\n1,Zoë – x\n", "windows-1252");

        Assert.Equal("Zoë – x", await NameAsync());
    }

    [Fact]
    public async Task A_byte_order_mark_of_the_named_encoding_is_stepped_over()
    {
        _folder.Map(Officials).Write("rows.csv", [0xEF, 0xBB, 0xBF, .. "id,name\n1,Zoë\n"u8]);

        Assert.Equal("Zoë", await NameAsync());
    }

    [Fact]
    public async Task A_byte_order_mark_of_another_encoding_is_told()
    {
        _folder.Map(Officials).Write("rows.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,name\n1,Zoë\n")]);

        await FailsAsync(1, "byte order mark of utf-16", "WRONG_ENCODING");
    }

    [Fact]
    public async Task Bytes_of_a_code_page_that_were_read_as_latin_1_are_mended_where_the_mapping_says_so()
    {
        _folder.Map(Officials, "strayControls: windows-1252").Write("rows.csv", "id,name\n1,O\u0092Neill \u0096 x\u0085\n");

        Assert.Equal("O’Neill – x…", await NameAsync());
    }

    [Fact]
    public async Task A_column_that_is_missing_is_told_with_those_that_are_there_and_who_asks()
    {
        _folder.Map(Officials).Write("rows.csv", "id,title\n1,Anna\n");

        var error = await FailsAsync(1, "no column 'name'", "MISSING_COLUMN");

        Assert.Contains("mapping.yml, line 11", error.Reason, StringComparison.Ordinal);
        Assert.Contains("There are id, title.", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id,id,name\n", "two columns 'id'")]
    [InlineData("id,,name\n", "no name")]
    public async Task A_heading_that_cannot_be_used_is_told(string text, string part)
    {
        _folder.Map(Officials).Write("rows.csv", text);

        await FailsAsync(1, part, "BAD_HEADING");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        _folder.Map(Officials);

        await FailsAsync(0, "cannot be opened", "UNREADABLE_FILE");
    }

    [Fact]
    public async Task The_delimiter_is_the_mappings()
    {
        _folder.Map(Officials, "delimiter: \";\"").Write("rows.csv", "id;name\r\n1;\"Anna; \"\"the\"\" Great\"\r\n");

        Assert.Equal("Anna; \"the\" Great", await NameAsync());
    }

    private async Task<string?> NameAsync()
        => Assert.Single(await _folder.RecordsAsync("Official")).GetProperty("names")[0].GetProperty("value").GetString();

    private async Task<BundleException> FailsAsync(int line, string part, string code)
    {
        var error = await Assert.ThrowsAsync<BundleException>(_folder.ReadAsync);
        Assert.Equal(("rows.csv", line), (error.File, error.Line));
        Assert.Contains(part, error.Reason, StringComparison.Ordinal);
        Assert.EndsWith($"({code})", error.Reason, StringComparison.Ordinal);
        return error;
    }
}
