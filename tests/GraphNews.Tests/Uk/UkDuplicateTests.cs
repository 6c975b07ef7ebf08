using GraphNews.Graph.Execution;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Walk;

namespace GraphNews.Tests.Uk;

/// <summary>Which British organisations are there twice: 8,670 that somebody typed in.</summary>
[Collection(UkTests.Name)]
public sealed class UkDuplicateTests(UkGraph uk)
{
    [UnitedKingdomFact]
    public async Task Organisations_that_were_mistyped_are_proposed_and_initials_that_sound_alike_are_not()
    {
        // Its own eye on the statements: other tests of these files may be building their search index.
        var traced = new TracedStorage(uk.Graph.Storage);
        using var answers = new GraphAnswers(traced) { Caller = new Caller("key:amal", CallerRole.Editor) };

        var page = (await answers.DataAsync("{ duplicateCandidates(kind: AGENCY, first: 100) { totalCount nodes { reasons { kind left right } } } }"))
            .GetProperty("duplicateCandidates");

        Assert.InRange(page.GetProperty("totalCount").GetInt32(), 100, 500);
        Assert.InRange(traced.Take().Count, 5, 13);
        var pairs = page.GetProperty("nodes").EnumerateArray().SelectMany(pair => pair.GetProperty("reasons").EnumerateArray())
            .Where(reason => reason.GetProperty("kind").GetString() == "NAME")
            .Select(name => string.Join(" ~ ", new[] { name.GetProperty("left").GetString()!, name.GetProperty("right").GetString()! }.Order(StringComparer.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string> { "Willmott Dixon ~ Wilmott Dixon", "Confedaration of British Industry ~ Confederation of British Industry", "Abelio ~ Abellio", "Mott MacDonald ~ Mott McDonald" },
            pairs);
        Assert.DoesNotContain("BBC ~ BCC", pairs);
    }

    [UnitedKingdomFact]
    public async Task No_two_ministers_are_proposed()
    {
        using var answers = new GraphAnswers(uk.Storage) { Caller = new Caller("key:amal", CallerRole.Editor) };
        var data = await answers.DataAsync("{ officials { totalCount } duplicateCandidates(kind: OFFICIAL) { totalCount } }");

        Assert.Equal(0, data.GetProperty("duplicateCandidates").GetProperty("totalCount").GetInt32());
        Assert.True(data.GetProperty("officials").GetProperty("totalCount").GetInt32() > 1_000);
    }
}
