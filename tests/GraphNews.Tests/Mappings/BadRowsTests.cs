using GraphNews.Graph.Bundles;
using GraphNews.Graph.Mappings;

namespace GraphNews.Tests.Mappings;

/// <summary>Each row that cannot be imported is told with its place, and the others are imported.</summary>
public sealed class BadRowsTests : IDisposable
{
    private const string Tenures =
        """
        - type: Tenure
          key: tenure:{id}
          fields:
            official: { key: "person:{person}" }
            post: { key: "post:{post}" }
            from: { column: from, date: [dd-MM-yyyy, MM-yyyy] }
            status: { column: status, values: { yes: CURRENT, no: ENDED } }
        """;

    private readonly MappedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("30-02-2025", "from", "BAD_DATE", "no such day")]
    [InlineData("13-2025", "from", "BAD_DATE", "dd-MM-yyyy or MM-yyyy")]
    [InlineData("2025", "from", "BAD_DATE", "'2025'")]
    public async Task A_date_that_is_none_is_told_with_file_line_and_column(string date, string column, string code, string part)
    {
        _folder.Map(Tenures).Write("rows.csv", $"id,person,post,from,status\n1,a,b,01-2025,yes\n2,a,b,{date},no\n3,a,b,02-2025,no\n");

        var reject = Assert.Single(await _folder.RejectsAsync());

        Assert.Equal(("rows.csv", 3), (reject.File, reject.Line));
        Assert.StartsWith($"Column {column}: ", reject.Reason, StringComparison.Ordinal);
        Assert.Contains(part, reject.Reason, StringComparison.Ordinal);
        Assert.EndsWith($"({code})", reject.Reason, StringComparison.Ordinal);
        Assert.Contains($"\"key\":\"tenure:2\"", reject.Raw, StringComparison.Ordinal);
        Assert.Contains($"\"from\":\"{date}\"", reject.Raw, StringComparison.Ordinal);
        Assert.Equal(2, (await _folder.RecordsAsync("Tenure")).Count);
    }

    [Fact]
    public async Task A_value_that_the_mapping_does_not_name_is_told_with_those_that_it_names()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,a,b,,maybe\n");

        var reject = Assert.Single(await _folder.RejectsAsync());

        Assert.Equal("Column status: 'maybe' is none of the values that the mapping knows: no, yes. (UNKNOWN_VALUE)", reject.Reason);
    }

    [Fact]
    public async Task A_row_with_too_few_or_too_many_cells_is_told_and_the_next_are_read()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,a,b\n2,a,b,,yes,more\n3,a,b,,yes\n");

        var rejects = await _folder.RejectsAsync();

        Assert.Equal([2, 3], rejects.Select(reject => reject.Line));
        Assert.Equal("Row 1 has 3 cells, and the heading 5. (RAGGED_ROW)", rejects[0].Reason);
        Assert.Equal("tenure:3", Assert.Single(await _folder.RecordsAsync("Tenure")).GetProperty("key").GetString());
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_is_told_where_it_begins()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,a,b,,yes\n2,a,b,,\"yes\n3,a,b,,yes\n");

        var reject = Assert.Single(await _folder.RejectsAsync());

        Assert.Equal(3, reject.Line);
        Assert.EndsWith("(BROKEN_ROW)", reject.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_of_a_hundred_megabytes_is_refused_before_it_is_held()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,a,b,,yes\n2,\"" + new string('x', 5_000_000) + "\",b,,yes\n");

        var error = await Assert.ThrowsAsync<BundleException>(_folder.RejectsAsync);

        Assert.Contains("more than 1,000,000 characters", error.Reason, StringComparison.Ordinal);
        Assert.Contains(MappingCodes.BrokenRow, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_counted_through_cells_of_several_lines()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,\"a\nb\",b,,yes\n\n2,a,b,x,yes\n");

        Assert.Equal(5, Assert.Single(await _folder.RejectsAsync()).Line);
    }

    [Fact]
    public async Task A_key_that_comes_again_later_is_told_and_not_imported_twice()
    {
        _folder.Map(Tenures).Write("rows.csv", "id,person,post,from,status\n1,a,b,,yes\n2,a,b,,yes\n1,a,c,,no\n");

        var reject = Assert.Single(await _folder.RejectsAsync());

        Assert.Equal(4, reject.Line);
        Assert.Contains("'tenure:1'", reject.Reason, StringComparison.Ordinal);
        Assert.EndsWith("(DUPLICATE_KEY)", reject.Reason, StringComparison.Ordinal);
        Assert.Equal(2, (await _folder.RecordsAsync("Tenure")).Count);
    }

    [Fact]
    public async Task A_row_without_a_key_or_without_a_required_value_is_told()
    {
        _folder.Map("""
            - type: Official
              key: person:{id}
              names: { value: { column: name, required: true } }
            """).Write("rows.csv", "id,name\n,Anna\n2,\n3,Cara\n");

        var rejects = await _folder.RejectsAsync();

        Assert.Equal(
            ["Column id: The key of the Official is empty. (MISSING_VALUE)", "Column name: The value is empty, and it has to be there. (MISSING_VALUE)"],
            rejects.Select(reject => reject.Reason));
        Assert.Single(await _folder.RecordsAsync("Official"));
    }
}
