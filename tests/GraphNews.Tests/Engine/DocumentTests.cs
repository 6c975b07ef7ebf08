using System.Text.Json;

namespace GraphNews.Tests.Engine;

/// <summary>What both engines must refuse before they execute anything, alike.</summary>
public sealed class DocumentTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Theory]
    [InlineData("{ graph { version }", "SYNTAX_ERROR")]
    [InlineData("query {}", "SYNTAX_ERROR")]
    [InlineData("query () { graph { version } }", "SYNTAX_ERROR")]
    [InlineData("{ official() { slug } }", "SYNTAX_ERROR")]
    [InlineData("{ official(slug: \"\\u00zz\") { slug } }", "SYNTAX_ERROR")]
    [InlineData("", "SYNTAX_ERROR")]
    [InlineData("# nothing to see", "SYNTAX_ERROR")]
    [InlineData("fragment F on Official { slug }", "UNKNOWN_OPERATION")]
    [InlineData("type A { b: Int } { graph { version } }", "VALIDATION_FAILED")]
    [InlineData("subscription { __typename }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\", slug: \"b\") { slug } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { slug slug: id } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { ... on Meeting { slug } } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { ...F } } fragment F on Official { ...F }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { slug @skip } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { slug @skip(if: \"yes\") } }", "VALIDATION_FAILED")]
    [InlineData("{ official(slug: \"a\") { ... @defer { slug } } }", "VALIDATION_FAILED")]
    [InlineData("{ meetings(order: [null]) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ meetings(order: [{ starts: UP }]) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ meetings(where: { starts: { during: 2013 } }) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("{ meetings(first: 3000000000) { totalCount } }", "VALIDATION_FAILED")]
    [InlineData("query ($id: ID) { node(id: $id) { id } }", "VALIDATION_FAILED")]
    [InlineData("query ($id: ID) { nodes(ids: [$id]) { id } }", "VALIDATION_FAILED")]
    public async Task A_document_that_does_not_hold_together_is_refused_without_data(string query, string code)
        => await RefusedAsync(query, code);

    [Theory]
    [InlineData("String", "3", "slug: $v")]
    [InlineData("String", "{}", "slug: $v")]
    [InlineData("String!", "null", "slug: $v")]
    [InlineData("ID", "3.5", "id: $v")]
    public async Task A_variable_of_the_wrong_type_is_refused_without_data(string type, string value, string argument)
        => await RefusedAsync(
            $"query ($v: {type}) {{ official({argument}) {{ slug }} }}",
            "INVALID_VARIABLE",
            new Dictionary<string, JsonElement> { ["v"] = JsonDocument.Parse(value).RootElement });

    [Fact]
    public async Task A_variable_with_a_default_cannot_be_null_where_null_has_no_place()
        => await RefusedAsync("query ($id: ID = \"x\") { node(id: $id) { id } }", "INVALID_VARIABLE", new { id = (string?)null });

    [Fact]
    public async Task A_chain_of_fragments_is_as_deep_as_if_it_were_written_out()
    {
        var fragments = Enumerable.Range(0, 200)
            .Select(i => $"fragment F{i} on Official {{ meetings {{ nodes {{ participations {{ nodes {{ official {{ ...F{i + 1} }} }} }} }} }} }}");

        await RefusedAsync($"{{ official(slug: \"a\") {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F200 on Official {{ slug }}", "TOO_DEEP");
    }

    [Fact]
    public async Task Fragments_that_double_each_time_are_refused_for_what_they_make()
    {
        var fragments = Enumerable.Range(0, 25).Select(i => $"fragment F{i} on Official {{ ...F{i + 1} ...F{i + 1} }}");

        await RefusedAsync($"{{ official(slug: \"a\") {{ ...F0 }} }} {string.Join(' ', fragments)} fragment F25 on Official {{ slug }}", "TOO_MANY_FIELDS");
    }

    [Theory]
    [InlineData('{', "a{")]
    [InlineData('[', "[")]
    public async Task A_document_of_nested_braces_or_brackets_is_refused_and_the_process_lives(char kind, string level)
    {
        var nested = string.Concat(Enumerable.Repeat(level, 20_000));

        await RefusedAsync(kind == '{' ? "{" + nested : $"{{ nodes(ids: {nested}", "TOO_DEEP");
    }

    private async Task RefusedAsync(string query, string code, object? variables = null)
    {
        var answer = await sample.Answers.AskAsync(query, variables);

        Assert.False(answer.TryGetProperty("data", out var data), data.ToString());
        Assert.All(answer.GetProperty("errors").EnumerateArray(), error => Assert.Equal(code, error.GetProperty("Code").GetString()));
    }
}
