using System.Text;
using System.Text.Json;
using GraphNews.Graph.Documents;
using GraphNews.Server.Transports.Tables;
using GraphNews.Tests.Limits;
using GraphQLParser;
using GraphQLParser.AST;

namespace GraphNews.Tests.Transports.Tables;

/// <summary>How values of an answer stand in the cells of a table.</summary>
public sealed class CsvTableTests
{
    private const string Document = "{ officials { nodes { name names { value } birthDate { text } createdVersion } } }";

    [Fact]
    public void Values_stand_as_they_are_with_nothing_for_null_and_quotes_for_an_empty_text()
        => Assert.Equal(
            "name,names.value,birthDate.text,createdVersion\r\n\"Says \"\"no\"\", twice\",,,-7\r\n\"\",حموشي,1966,\r\n\" a\nb\",\"\",,1\r\n",
            Write("""
                [
                  { "name": "Says \"no\", twice", "names": [], "birthDate": null, "createdVersion": -7 },
                  { "name": "", "names": [{ "value": "حموشي" }], "birthDate": { "text": "1966" }, "createdVersion": null },
                  { "name": " a\nb", "names": [{ "value": null }], "birthDate": null, "createdVersion": 1 }
                ]
                """));

    [Fact]
    public void The_items_of_a_list_are_told_apart_whatever_they_hold()
        => Assert.Equal(
            "name,names.value,birthDate.text,createdVersion\r\nA,a\\|b|c\\\\||d,,1\r\n",
            Write("""[{ "name": "A", "names": [{ "value": "a|b" }, { "value": "c\\" }, { "value": null }, { "value": "d" }], "birthDate": null, "createdVersion": 1 }]"""));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+212 5 37")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void Texts_that_a_spreadsheet_would_run_are_marked_for_it_alone(string name)
    {
        var rows = JsonSerializer.Serialize(new[] { new { name, createdVersion = -1 } });

        Assert.StartsWith($"{name},,,-1", Write(rows).Split("\r\n")[1], StringComparison.Ordinal);
        Assert.StartsWith($"'{name},,,-1", Write(rows, forSheets: true).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_nothing_is_not_passed_over()
        => Assert.Equal("name\r\n\"\"\r\nA\r\n", Write("""[{ "name": null }, { "name": "A" }]""", document: "{ officials { nodes { name } } }"));

    private static string Write(string rows, bool forSheets = false, string document = Document)
    {
        var parsed = Parser.Parse(document);
        var table = TableSelection.Of(Documents.Schema, parsed, (GraphQLOperationDefinition)parsed.Definitions[0], null);
        return Encoding.UTF8.GetString(new CsvTable(table, forSheets).Write(JsonElement.Parse(rows))).TrimStart('\uFEFF');
    }
}
