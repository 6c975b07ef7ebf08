using GraphNews.Tests.Engine;

namespace GraphNews.Tests.Walk;

/// <summary>Filters and orders, asked of the Madrid sample.</summary>
public sealed class FilterTests(SampleAnswers sample) : IClassFixture<SampleAnswers>
{
    [Theory]
    [InlineData("meetings", "slug: { eq: \"madrid-visit-2025-01\" }", "madrid-visit-2025-01")]
    [InlineData("meetings", "kind: { in: [VISIT, TRILATERAL] }", "madrid-trilateral-2025-01 madrid-visit-2025-01")]
    [InlineData("meetings", "kind: { nin: [VISIT, TRILATERAL, BILATERAL] }", "madrid-experts-2025-01")]
    [InlineData("meetings", "slug: { startsWith: \"madrid\", nendsWith: \"-01\" }", "")]
    [InlineData("meetings", "slug: { contains: \"CULTURE\" }", "")]
    [InlineData("meetings", "slug: { ncontains: \"madrid\" }", "yemen-culture-snaccc")]
    [InlineData("meetings", "or: [{ slug: { endsWith: \"snaccc\" } }, { kind: { eq: VISIT } }]", "madrid-visit-2025-01 yemen-culture-snaccc")]
    [InlineData("meetings", "and: [{ slug: { startsWith: \"madrid\" } }, { kind: { neq: VISIT } }, { kind: { neq: EXPERT } }]", "madrid-bilateral-2025-01 madrid-trilateral-2025-01")]
    [InlineData("meetings", "starts: { during: \"2025-01-28\" }", "madrid-visit-2025-01")]
    [InlineData("meetings", "starts: { during: \"2025-01\" }", "madrid-bilateral-2025-01 madrid-experts-2025-01 madrid-trilateral-2025-01 madrid-visit-2025-01")]
    [InlineData("meetings", "starts: { overlaps: \"2025-01-29\" }", "madrid-bilateral-2025-01 madrid-experts-2025-01 madrid-trilateral-2025-01 yemen-culture-snaccc")]
    [InlineData("meetings", "starts: { gte: \"2025-01-29\" }", "")]
    [InlineData("meetings", "starts: { eq: \"[..2025-01-29]\" }", "yemen-culture-snaccc")]
    [InlineData("meetings", "ends: { neq: null }, kind: { eq: VISIT }", "madrid-visit-2025-01")]
    [InlineData("meetings", "parent: null, slug: { startsWith: \"madrid\" }", "madrid-visit-2025-01")]
    [InlineData("meetings", "parent: { slug: { eq: \"madrid-visit-2025-01\" }, children: { any: true } }, kind: { eq: EXPERT }", "madrid-experts-2025-01")]
    [InlineData("meetings", "participations: { some: { official: { slug: { eq: \"abdellatif-hammouchi\" } } } }", "madrid-bilateral-2025-01 madrid-trilateral-2025-01 madrid-visit-2025-01")]
    [InlineData("meetings", "participations: { none: { official: { slug: { neq: null } } } }", "madrid-experts-2025-01")]
    [InlineData("meetings", "participations: { some: { agency: { country: { code: { eq: \"DE\" } } } } }", "madrid-trilateral-2025-01")]
    [InlineData("meetings", "children: { any: true }", "madrid-visit-2025-01")]
    [InlineData("meetings", "children: { all: { kind: { eq: EXPERT } } }, slug: { startsWith: \"madrid\" }, kind: { neq: VISIT }", "madrid-bilateral-2025-01 madrid-experts-2025-01 madrid-trilateral-2025-01")]
    [InlineData("officials", "name: { eq: \"عَبْدُ اللَّطِيفِ حَمُّوشِي\" }", "abdellatif-hammouchi")]
    [InlineData("officials", "name: { contains: \"hammouchi\" }", "abdellatif-hammouchi")]
    [InlineData("officials", "tenures: { some: { post: { agency: { slug: { in: [\"morocco-dgst\"] } } } } }", "abdellatif-hammouchi")]
    [InlineData("agencies", "country: { code: { eq: \"DE\" } }", "germany-bundespolizei")]
    [InlineData("countries", "code: { in: [\"ZA\", \"ZM\"] }", "south-africa zambia")]
    public async Task A_filter_finds_what_fits_and_nothing_else(string list, string where, string slugs)
    {
        var data = await sample.Answers.DataAsync($"{{ {list}(where: {{ {where} }}, order: [{{ slug: ASC }}]) {{ totalCount nodes {{ slug }} }} }}");

        var found = data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString());
        Assert.Equal(slugs, string.Join(' ', found));
        Assert.Equal(slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, data.GetProperty(list).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task More_values_than_a_database_takes_are_refused()
    {
        var many = string.Join(", ", Enumerable.Range(0, 501).Select(i => $"\"{i}\""));
        Assert.Equal(["BAD_ARGUMENTS"], await sample.Answers.CodesAsync($"{{ officials(where: {{ slug: {{ in: [{many}] }} }}) {{ totalCount }} }}"));
    }
}
