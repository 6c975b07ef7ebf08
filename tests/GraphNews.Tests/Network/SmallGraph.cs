using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Generated;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Network;

/// <summary>A generated graph of 2,000 participations with its rows at hand, so that answers can be computed another way.</summary>
public sealed class SmallGraph : IAsyncLifetime
{
    private TestGraph _graph = null!;

    internal TracedStorage Storage { get; private set; } = null!;

    internal GraphAnswers Answers { get; private set; } = null!;

    public IReadOnlyList<Participation> Participations { get; private set; } = [];

    public IReadOnlyDictionary<long, Meeting> Meetings { get; private set; } = new Dictionary<long, Meeting>();

    /// <summary>The opaque id of a row.</summary>
    public static string Id<T>(long key) => NodeId.Encode(typeof(T).Name, key);

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        await new GraphGenerator(participations: 2000, meetingsOfTheOfficial: 30, seed: 7, largestMeeting: 8).WriteToAsync(_graph.Storage);
        Storage = new TracedStorage(_graph.Storage);
        Answers = new GraphAnswers(Storage);
        Meetings = await _graph.ReadAsync(c => c.Meetings.Where(m => m.HiddenSince == null).ToDictionaryAsync(m => m.Id));
        Participations = await _graph.ReadAsync(c => c.Participations.Where(p => p.HiddenSince == null).OrderBy(p => p.Id).ToListAsync());
    }

    public async Task DisposeAsync()
    {
        Answers.Dispose();
        await _graph.DisposeAsync();
    }
}
