using GraphNews.Graph;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Agreements;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Graph.Storage;
using GraphNews.Graph.Texts;
using GraphNews.Graph.Topics;

namespace GraphNews.Tests.Generated;

/// <summary>
/// Makes graphs of any size, the same for the same seed: agencies in a hierarchy, officials who meet by a power law,
/// meetings of 2 to 40 participants, most of them small, agreements, articles with citations. One official, <c>the-official</c>, attends as
/// many meetings as asked, whatever the size of the rest.
/// </summary>
internal sealed class GraphGenerator(int participations, int meetingsOfTheOfficial, int seed = 1, int largestMeeting = 40)
{
    private static readonly DateOnly First = new(2010, 1, 1);

    private readonly Random _random = new(seed);
    private readonly List<Node> _nodes = [];
    private readonly List<Slug> _slugs = [];
    private readonly List<Official> _officials = [];
    private readonly List<Agency> _agencies = [];
    private readonly List<Post> _posts = [];
    private readonly List<Tenure> _tenures = [];
    private readonly List<Meeting> _meetings = [];
    private readonly List<Participation> _participations = [];
    private readonly List<Capacity> _capacities = [];
    private readonly List<Agreement> _agreements = [];
    private readonly List<AgreementParty> _parties = [];
    private readonly List<Topic> _topics = [];
    private readonly List<Occasion> _occasions = [];
    private readonly List<MeetingTopic> _meetingTopics = [];
    private readonly List<MeetingOccasion> _meetingOccasions = [];
    private readonly List<Country> _countries = [];
    private readonly List<Place> _places = [];
    private readonly List<Publisher> _publishers = [];
    private readonly List<SourceArticle> _articles = [];
    private readonly List<Citation> _citations = [];
    private readonly List<Name> _names = [];
    private readonly List<Text> _texts = [];
    private long _nextId = 1;

    public async Task WriteToAsync(IGraphStorage storage)
    {
        Make();
        await storage.WriteAsync(
            async (context, cancel) =>
            {
                await SaveAsync(storage, context);
                var state = context.GraphStates.Single();
                state.Version = 1;
                state.NextNodeId = _nextId;
                await context.SaveChangesAsync(cancel);
                return true;
            },
            default);
    }

    private void Make()
    {
        for (var i = 0; i < 20; i++)
        {
            var code = $"{(char)('A' + i)}Z";
            _countries.Add(Entity(new Country { Code = code, Alpha3 = code + "Z", Numeric = $"{900 + i}" }, $"country-{i}", $"Country {i}"));
            _places.Add(Entity(new Place { CountryId = _countries[i].Id }, $"place-{i}", $"Place {i}"));
            _topics.Add(Entity(new Topic { BroaderId = i > 3 ? _topics[i % 4].Id : null }, $"topic-{i}", $"Topic {i}"));
        }

        _occasions.Add(Entity(new Occasion { Starts = PartialDate.Parse("2030"), Ends = PartialDate.Parse("2030") }, "occasion-0", "Occasion"));
        _publishers.Add(Entity(new Publisher { CountryId = _countries[0].Id }, "publisher-0", "Publisher"));
        for (var i = 0; i < Math.Max(1, participations / 200); i++) MakeArticle(i);
        for (var i = 0; i < Math.Max(10, participations / 400); i++) MakeAgency(i);
        for (var i = 0; i < Math.Max(10, participations / 50); i++) MakeOfficial(i);

        for (var i = 0; i < meetingsOfTheOfficial; i++) MakeMeeting(i, with: 0, of: 4);
        for (var i = meetingsOfTheOfficial; _participations.Count < participations; i++) MakeMeeting(i, with: Popular(), of: Attendance());
    }

    private void MakeArticle(int i)
    {
        var article = new SourceArticle
        {
            Title = $"Article {i}", Language = "en", PublisherId = _publishers[0].Id,
            Published = PartialDate.On(First.AddDays(i % 5000)), Url = $"https://example.org/{i}",
        };
        _articles.Add(Entity(article, $"article-{i}", null));
    }

    private void MakeAgency(int i)
    {
        var agency = new Agency
        {
            Kind = (AgencyKind)_random.Next(1, 8), CountryId = _countries[i % 20].Id, ParentId = i > 5 ? _agencies[i / 4].Id : null,
        };
        _agencies.Add(Entity(agency, $"agency-{i}", $"Agency {i}"));
        _posts.Add(Entity(new Post { AgencyId = agency.Id }, $"post-{i}", $"Head of agency {i}"));
    }

    private void MakeOfficial(int i)
    {
        var slug = i == 0 ? "the-official" : $"official-{i}";
        _officials.Add(Entity(new Official { CountryId = _countries[i % 20].Id }, slug, $"Official {i}"));
        _names.Add(Fact(new Name { SubjectId = _officials[i].Id, Value = $"المسؤول {i}", Language = "ar", Script = "Arab", Folded = $"المسوول {i}" }));
        _tenures.Add(Fact(new Tenure
        {
            OfficialId = _officials[i].Id, PostId = _posts[i % _posts.Count].Id, Status = TenureStatus.Current,
            From = PartialDate.On(First.AddDays(i % 3000)),
        }));
    }

    /// <summary>Few officials meet often, most seldom.</summary>
    private int Popular() => 1 + (int)((_officials.Count - 1) * Math.Pow(_random.NextDouble(), 3));

    /// <summary>From 2 participants to those of the largest meeting; half of the meetings have 2.</summary>
    private int Attendance() => 2 + (int)((largestMeeting - 1) * Math.Pow(_random.NextDouble(), 6));

    private void MakeMeeting(int i, int with, int of)
    {
        var day = First.AddDays(_random.Next(5500));
        var meeting = new Meeting
        {
            Kind = (MeetingKind)_random.Next(1, 9), Status = MeetingStatus.Held, Starts = PartialDate.On(day), Ends = PartialDate.On(day),
            PlaceId = _places[_random.Next(20)].Id, HostId = _agencies[_random.Next(_agencies.Count)].Id,
            ParentId = i % 5 == 4 ? _meetings[i - 1].Id : null,
        };
        _meetings.Add(Entity(meeting, $"meeting-{i}", null));
        _texts.Add(Link(new Text { SubjectId = meeting.Id, Field = "title", Language = "en", Value = $"Meeting {i}" }));
        _meetingTopics.Add(Link(new MeetingTopic { MeetingId = meeting.Id, TopicId = _topics[_random.Next(20)].Id }));
        if (i % 10 == 0) _meetingOccasions.Add(Link(new MeetingOccasion { MeetingId = meeting.Id, OccasionId = _occasions[0].Id }));

        for (var p = 0; p < of; p++)
        {
            var official = p == 0 ? with : Popular();
            var participation = Fact(new Participation
            {
                MeetingId = meeting.Id, OfficialId = _officials[official].Id, AgencyId = _agencies[official % _agencies.Count].Id,
                Role = p == 0 ? ParticipationRole.Host : ParticipationRole.Guest,
            });
            _participations.Add(participation);
            _capacities.Add(Link(new Capacity
            {
                ParticipationId = participation.Id, PostId = _tenures[official].PostId, TenureId = _tenures[official].Id,
            }));
        }

        Cite(meeting.Id);
        if (i % 3 == 0) MakeAgreement(i, meeting);
    }

    private void MakeAgreement(int i, Meeting meeting)
    {
        var agreement = new Agreement { Kind = AgreementKind.Commitment, Status = AgreementStatus.Announced, MeetingId = meeting.Id };
        _agreements.Add(Entity(agreement, $"agreement-{i}", null));
        _texts.Add(Link(new Text { SubjectId = agreement.Id, Field = "summary", Language = "en", Value = $"They agreed on matter {i}." }));
        _parties.Add(Fact(new AgreementParty { AgreementId = agreement.Id, AgencyId = meeting.HostId }));
        _parties.Add(Fact(new AgreementParty { AgreementId = agreement.Id, CountryId = _countries[i % 20].Id }));
        Cite(agreement.Id);
    }

    private void Cite(long subject)
        => _citations.Add(Identified(new Citation
        {
            SubjectId = subject, ArticleId = _articles[_random.Next(_articles.Count)].Id, Quote = "They met.", Start = 0, End = 9, AssertedBy = "generator",
        }));

    private TRow Entity<TRow>(TRow row, string slug, string? name)
        where TRow : Entity
    {
        Identified(row);
        row.Slug = slug;
        row.SortName = slug;
        _slugs.Add(new Slug { Value = slug, NodeId = row.Id });
        if (name is not null) _names.Add(Fact(new Name { SubjectId = row.Id, Value = name, Language = "en", Script = "Latn", Folded = name.ToLowerInvariant() }));
        return row;
    }

    private TRow Fact<TRow>(TRow row)
        where TRow : Fact
    {
        row.StatedBy = "generator";
        return Identified(row);
    }

    private TRow Identified<TRow>(TRow row)
        where TRow : NodeRow
    {
        Link(row);
        _nodes.Add(new Node { Id = row.Id, Kind = Enum.Parse<NodeKind>(typeof(TRow).Name), CanonicalId = row.Id, CreatedVersion = 1, UpdatedVersion = 1 });
        return row;
    }

    private TRow Link<TRow>(TRow row)
        where TRow : GraphRow
    {
        row.Id = _nextId++;
        return row;
    }

    private async Task SaveAsync(IGraphStorage storage, GraphDbContext context)
    {
        await InsertAsync(storage, context, _nodes);
        await InsertAsync(storage, context, _slugs);
        await InsertAsync(storage, context, _countries);
        await InsertAsync(storage, context, _places);
        await InsertAsync(storage, context, _topics);
        await InsertAsync(storage, context, _occasions);
        await InsertAsync(storage, context, _publishers);
        await InsertAsync(storage, context, _articles);
        await InsertAsync(storage, context, _agencies);
        await InsertAsync(storage, context, _posts);
        await InsertAsync(storage, context, _officials);
        await InsertAsync(storage, context, _tenures);
        await InsertAsync(storage, context, _meetings);
        await InsertAsync(storage, context, _meetingTopics);
        await InsertAsync(storage, context, _meetingOccasions);
        await InsertAsync(storage, context, _participations);
        await InsertAsync(storage, context, _capacities);
        await InsertAsync(storage, context, _agreements);
        await InsertAsync(storage, context, _parties);
        await InsertAsync(storage, context, _names);
        await InsertAsync(storage, context, _texts);
        await InsertAsync(storage, context, _citations);
    }

    /// <summary>In pieces that end before a statement's time does: at its end a server looks for each key that a row names.</summary>
    private static async Task InsertAsync<T>(IGraphStorage storage, GraphDbContext context, IReadOnlyList<T> rows)
        where T : class
    {
        var table = new RowTables(context.Model).Insert(context.Model.FindEntityType(typeof(T))!);
        foreach (var piece in rows.Chunk(50_000)) await storage.InsertAsync(context, table, piece, default);
    }
}
