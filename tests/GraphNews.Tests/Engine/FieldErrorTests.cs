using System.Text.Json;

namespace GraphNews.Tests.Engine;

/// <summary>Errors of fields: one for each null that they leave, at the path where they arose.</summary>
public sealed class FieldErrorTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Fact]
    public async Task A_page_whose_rows_all_fail_alike_says_so_once()
    {
        var answer = await sample.Answers.AskAsync("{ meetings(first: 3) { nodes { slug participations(first: 1, last: 1) { nodes { role } } } } }");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        Assert.Equal(["BAD_ARGUMENTS meetings/nodes/0/participations"], Errors(answer));
    }

    [Fact]
    public async Task Two_fields_that_null_the_same_object_are_one_error_and_two_objects_are_two()
    {
        var answer = await sample.Answers.AskAsync(
            """
            {
              same: official(slug: "abdellatif-hammouchi") { a: meetings(first: 101) { totalCount } b: meetings(first: 102) { totalCount } }
              other: official(slug: "abdellatif-hammouchi") { slug meetings(first: -1) { totalCount } }
              graph { version }
            }
            """);

        Assert.Equal(["BAD_ARGUMENTS other/meetings", "BAD_ARGUMENTS same/a"], Errors(answer).Order(StringComparer.Ordinal));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("same").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("other").ValueKind);
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("data").GetProperty("graph").ValueKind);
    }

    [Fact]
    public async Task An_error_names_the_line_and_column_of_its_field()
    {
        var answer = await sample.Answers.AskAsync("{\n  official(slug: \"abdellatif-hammouchi\") {\n    m: meetings(first: 500) { totalCount }\n  }\n}");

        var place = answer.GetProperty("errors")[0].GetProperty("Locations")[0];
        Assert.Equal((3, 5), (place.GetProperty("Line").GetInt32(), place.GetProperty("Column").GetInt32()));
    }

    private static List<string> Errors(JsonElement answer)
        => [.. answer.GetProperty("errors").EnumerateArray().Select(error
            => $"{error.GetProperty("Code").GetString()} {string.Join('/', error.GetProperty("Path").EnumerateArray())}")];
}
