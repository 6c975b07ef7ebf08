using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;

namespace GraphNews.Tests.Storage;

/// <summary>
/// A small graph with one of everything: an official of an agency attends a meeting, in a post, about a topic, where an
/// agreement is made; an article supports it. Written as one version; the members are ids.
/// </summary>
public sealed class TestWorld
{
    public long Article { get; private set; }

    public long Country { get; private set; }

    public long Place { get; private set; }

    public long Agency { get; private set; }

    public long Official { get; private set; }

    public long Post { get; private set; }

    public long Tenure { get; private set; }

    public long Meeting { get; private set; }

    public long Participation { get; private set; }

    public long Capacity { get; private set; }

    public long Topic { get; private set; }

    public long MeetingTopic { get; private set; }

    public long Agreement { get; private set; }

    public long Party { get; private set; }

    public static async Task<TestWorld> CreateAsync(TestGraph graph)
    {
        var world = new TestWorld();
        await graph.WriteAsync(world.Write);
        return world;
    }

    private void Write(GraphEdit edit)
    {
        Article = edit.Add(new SourceArticle { Slug = "report", Title = "Report", Text = "They met in Madrid." }).Id;
        Country = edit.Add(new Country { Slug = "morocco", Code = "MA", Alpha3 = "MAR", Numeric = "504" }).Id;
        Place = edit.Add(new Place { Slug = "madrid" }).Id;
        Agency = edit.Add(new Agency { Slug = "police", CountryId = Country }).Id;
        Official = edit.Add(new Official { Slug = "chief" }).Id;
        Post = edit.Add(new Post { Slug = "director", AgencyId = Agency }).Id;
        Meeting = edit.Add(new Meeting { Slug = "talks", PlaceId = Place, HostId = Agency }).Id;
        Topic = edit.Add(new Topic { Slug = "security" }).Id;
        Agreement = edit.Add(new Agreement { Slug = "accord", MeetingId = Meeting }).Id;
        edit.Add(new Name { SubjectId = Official, Value = "The Chief", Language = "en", StatedBy = "test" });
        edit.AddLink(new Text { SubjectId = Meeting, Field = "title", Language = "en", Value = "Talks" });
        edit.AddLink(new Identifier { SubjectId = Official, Scheme = "wikidata", Value = "Q42" });

        Tenure = Cited(edit, new Tenure { OfficialId = Official, PostId = Post });
        Participation = Cited(edit, new Participation { MeetingId = Meeting, OfficialId = Official, AgencyId = Agency });
        Party = Cited(edit, new AgreementParty { AgreementId = Agreement, AgencyId = Agency, SignatoryId = Official });
        Capacity = edit.AddLink(new Capacity { ParticipationId = Participation, PostId = Post, TenureId = Tenure }).Id;
        MeetingTopic = edit.AddLink(new MeetingTopic { MeetingId = Meeting, TopicId = Topic }).Id;
    }

    private long Cited<T>(GraphEdit edit, T fact)
        where T : Fact
    {
        edit.Add(fact);
        edit.Add(new Citation { SubjectId = fact.Id, ArticleId = Article, Quote = "met in Madrid", Start = 5, End = 18, AssertedBy = "test" });
        return fact.Id;
    }
}
