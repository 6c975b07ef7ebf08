using System.Text;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Texts;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.History;

/// <summary>The log tells the whole story: from it alone every version of the graph can be exported again.</summary>
public sealed class LogTests
{
    /// <summary>How many writes a story has: more where <c>GRAPHNEWS_LONG</c> is set.</summary>
    private static int Writes => Environment.GetEnvironmentVariable("GRAPHNEWS_LONG") is "1" ? 400 : 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_log_up_to_any_version_explains_the_export_of_that_version_to_the_byte(int seed)
    {
        await using var graph = await TestGraph.CreateAsync();
        var story = new RandomStory(new Random(seed), await TestWorld.CreateAsync(graph));
        var exports = new Dictionary<long, string> { [1] = await ExportAsync(graph) };
        for (var i = 1; i <= Writes; i++)
        {
            try
            {
                var version = await graph.WriteAsync(story.NextAsync);
                if (i % 10 == 0) exports[version] = await ExportAsync(graph);
            }
            catch (GraphException)
            {
                // A rule of the graph stood against it, and nothing was written.
            }
        }

        var log = await graph.ReadAsync(context => context.ChangeEntries.AsNoTracking().ToListAsync());
        Assert.True(exports.Values.Distinct().Count() > exports.Count / 2, "The story hardly changes anything.");
        foreach (var (version, export) in exports)
        {
            await using var empty = await TestGraph.CreateAsync();
            await using (var context = empty.Storage.CreateContext()) await RebuiltGraph.WriteAsync(log, version, context);
            Assert.Equal(export, await ExportAsync(empty));
        }
    }

    private static async Task<string> ExportAsync(TestGraph graph)
    {
        using var bytes = new MemoryStream();
        await new BundleExport(graph.Storage).WriteAsync(bytes, null, default);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Writes of every sort, chosen at random: of what is in the graph, whether it shows or not.</summary>
    private sealed class RandomStory(Random random, TestWorld world)
    {
        private readonly List<long> _officials = [world.Official];
        private readonly List<long> _meetings = [world.Meeting];
        private readonly List<long> _nodes = [world.Official, world.Meeting, world.Agency, world.Topic, world.Participation, world.Tenure, world.Article];
        private int _number;

        public async Task NextAsync(GraphEdit edit)
        {
            var name = $"Number {++_number}";
            switch (random.Next(12))
            {
                case 0:
                    var official = edit.Add(new Official { BirthDate = PartialDate.Parse($"19{random.Next(10, 99)}"), CountryId = random.Next(2) == 0 ? world.Country : null });
                    edit.Add(new Name { SubjectId = official.Id, Value = name, Language = "en", StatedBy = "test" });
                    _officials.Add(official.Id);
                    _nodes.Add(official.Id);
                    break;
                case 1:
                    var meeting = edit.Add(new Meeting { Kind = MeetingKind.Bilateral, Starts = PartialDate.Parse("2025-01"), PlaceId = world.Place });
                    edit.AddLink(new Text { SubjectId = meeting.Id, Field = "title", Language = "en", Value = name });
                    edit.AddLink(new MeetingTopic { MeetingId = meeting.Id, TopicId = world.Topic });
                    _meetings.Add(meeting.Id);
                    _nodes.Add(meeting.Id);
                    break;
                case 2:
                    var part = edit.Add(new Participation { MeetingId = Any(_meetings), OfficialId = Any(_officials), AgencyId = world.Agency, Role = ParticipationRole.Guest, StatedBy = "test" });
                    _nodes.Add(part.Id);
                    break;
                case 3:
                    var citation = edit.Add(new Citation { SubjectId = Any(_nodes), ArticleId = world.Article, Quote = "Madrid", Start = 13, End = 19, AssertedBy = "test", Confidence = 0.5 });
                    _nodes.Add(citation.Id);
                    break;
                case 4:
                    edit.AddLink(new Identifier { SubjectId = Any(_officials), Scheme = "number", Value = name });
                    break;
                case 5:
                    foreach (var gone in await edit.Context.Texts.Where(text => text.Field == "title").OrderByDescending(text => text.Id).Take(1).ToListAsync()) edit.Remove(gone);
                    break;
                case 6:
                    await edit.RetractAsync(Any(_nodes), default);
                    break;
                case 7:
                    await edit.RestoreAsync(await edit.Context.Nodes.Where(node => node.RetractedVersion != null).OrderBy(node => node.Id).Select(node => node.Id).FirstOrDefaultAsync(), default);
                    break;
                case 8:
                    await edit.MergeAsync(Any(_officials), Any(_officials), default);
                    break;
                case 9:
                    await edit.UndoMergeAsync(await edit.Context.Merges.OrderBy(merge => merge.LoserId).Select(merge => merge.LoserId).FirstOrDefaultAsync(), default);
                    break;
                case 10:
                    var changed = Any(_meetings);
                    var row = await edit.Context.Meetings.SingleAsync(one => one.Id == changed);
                    (row.Status, row.Ends, row.HostId) = (MeetingStatus.Held, random.Next(2) == 0 ? PartialDate.Unknown : PartialDate.Parse("2025-02-03"), random.Next(2) == 0 ? null : world.Agency);
                    break;
                default:
                    (await edit.Context.Names.OrderByDescending(one => one.Id).FirstAsync()).Value = name;
                    break;
            }
        }

        private long Any(List<long> ids) => ids[random.Next(ids.Count)];
    }
}
