using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

/// <summary>Merged and retracted nodes never show twice, or at all.</summary>
public sealed class HiddenNodesTests : IAsyncLifetime
{
    private TestGraph _graph = null!;
    private TestWorld _world = null!;
    private GraphAnswers _answers = null!;
    private long _double;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _world = await TestWorld.CreateAsync(_graph);
        _answers = new GraphAnswers(_graph.Storage);
        await _graph.WriteAsync(edit =>
        {
            _double = edit.Add(new Official { Slug = "the-chief-again" }).Id;
            edit.Add(new Name { SubjectId = _double, Value = "Chief, The", Language = "fr", StatedBy = "test" });
            edit.Add(new Participation { MeetingId = _world.Meeting, OfficialId = _double, AgencyId = _world.Agency, StatedBy = "test" });
        });
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_merged_official_shows_once_under_either_slug_and_id_with_the_names_and_facts_of_both()
    {
        var id = (await _answers.DataAsync("{ official(slug: \"the-chief-again\") { id } }")).GetProperty("official").GetProperty("id").GetString();

        await _graph.WriteAsync(edit => edit.MergeAsync(_double, _world.Official, default));

        const string Selection = "{ slug names { value } meetings { totalCount nodes { slug } } participations { totalCount } }";
        var data = await _answers.DataAsync(
            $"query ($id: ID!) {{ old: official(slug: \"the-chief-again\") {Selection} kept: official(slug: \"chief\") {Selection} " +
            $"byId: official(id: $id) {Selection} node(id: $id) {{ ... on Official {Selection} }} nodes(ids: [$id]) {{ ... on Official {Selection} }} " +
            "officials { totalCount nodes { slug } } graph { counts { kind count } } meeting(slug: \"talks\") { participations { nodes { official { slug } } } } }",
            new { id });

        const string Expected =
            """{"slug":"chief","names":[{"value":"The Chief"},{"value":"Chief, The"}],"meetings":{"totalCount":1,"nodes":[{"slug":"talks"}]},"participations":{"totalCount":2}}""";
        foreach (var field in new[] { "old", "kept", "byId", "node" }) Assert.Equal(Expected, data.GetProperty(field).ToString());
        Assert.Equal(Expected, data.GetProperty("nodes")[0].ToString());
        Assert.Equal("""{"totalCount":1,"nodes":[{"slug":"chief"}]}""", data.GetProperty("officials").ToString());
        Assert.Contains("""{"kind":"OFFICIAL","count":1}""", data.GetProperty("graph").ToString(), StringComparison.Ordinal);
        Assert.Equal(
            """[{"official":{"slug":"chief"}},{"official":{"slug":"chief"}}]""",
            data.GetProperty("meeting").GetProperty("participations").GetProperty("nodes").ToString());
    }

    [Fact]
    public async Task A_retracted_meeting_shows_nowhere_and_comes_back_when_it_is_restored()
    {
        const string Query =
            """
            {
              meeting(slug: "talks") { slug } meetings { totalCount }
              official(slug: "chief") { meetings { totalCount nodes { slug } } participations { totalCount nodes { role } } }
              topic(slug: "security") { meetings { totalCount nodes { slug } } }
              place(slug: "madrid") { meetings { totalCount } }
              agreement(slug: "accord") { slug meeting { slug } }
              graph { counts { kind count } }
            }
            """;
        var before = (await _answers.DataAsync(Query)).ToString();

        await _graph.WriteAsync(edit => edit.RetractAsync(_world.Meeting, default));
        var gone = (await _answers.DataAsync(Query)).ToString();
        await _graph.WriteAsync(edit => edit.RestoreAsync(_world.Meeting, default));

        Assert.StartsWith(
            """{"meeting":null,"meetings":{"totalCount":0},"official":{"meetings":{"totalCount":0,"nodes":[]},"participations":{"totalCount":0,"nodes":[]}},"topic":{"meetings":{"totalCount":0,"nodes":[]}},"place":{"meetings":{"totalCount":0}},"agreement":{"slug":"accord","meeting":null}""",
            gone,
            StringComparison.Ordinal);
        Assert.Equal(before, (await _answers.DataAsync(Query)).ToString());
    }

    [Fact]
    public async Task A_retracted_place_leaves_its_meeting_without_a_place()
    {
        await _graph.WriteAsync(edit => edit.RetractAsync(_world.Place, default));

        var data = await _answers.DataAsync("{ meeting(slug: \"talks\") { slug place { slug country { code } } } meetings(where: { place: { slug: { eq: \"madrid\" } } }) { totalCount } }");

        Assert.Equal("""{"meeting":{"slug":"talks","place":null},"meetings":{"totalCount":0}}""", data.ToString());
    }
}
