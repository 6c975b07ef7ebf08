using GraphNews.Graph.Bundles;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Schema;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Samples;

/// <summary>
/// The story on the evidence of the page that it is from. <c>madrid-page.jsonl</c> cites by offsets alone, because the
/// page's words are not ours to publish.
/// </summary>
public sealed class SeedPageTests
{
    // How a few of the cited passages begin and end: enough to see that the offsets are right.
    private static readonly (int Start, int End, string First, string Last)[] _landmarks =
    [
        (118, 253, "أجرى المدير", "الجاري"),
        (255, 284, "على رأس", "المستوى"),
        (541, 577, "عقد حموشي", "الإسباني"),
        (744, 844, "اتفق الجانبان", "والخبرات"),
        (863, 917, "لقاءات موضوعاتية", "البلدين"),
        (1040, 1102, "تم الاتفاق", "مشتركة"),
        (1104, 1160, "والتفكير في", "2030"),
        (1297, 1365, "اجتماعًا ثلاثيًا", "الألمانية"),
        (1635, 1710, "تم الاتفاق", "الدولية"),
        (2109, 2226, "ناقش نائب", "الفساد"),
        (2335, 2372, "وكيل أول", "السنيني"),
        (2375, 2431, "رئيس دائرة", "العقبي"),
    ];

    [SeedPageFact]
    public async Task The_page_is_kept_to_the_character_and_its_offsets_point_at_the_words_that_are_meant()
    {
        await using var graph = await LoadAsync();
        await using var context = graph.Storage.CreateContext();

        var page = await context.SourceArticles.SingleAsync(article => article.Slug == "page-madrid-2025");
        var received = await File.ReadAllBytesAsync(SharedData.SeedPage!);
        Assert.Equal(received, System.Text.Encoding.UTF8.GetBytes(page.Text!));

        await EvidenceOf.QuotesStandInTheirTextsAsync(context);
        await EvidenceOf.FactsAreCitedAsync(context);
        Assert.All(_landmarks, landmark =>
        {
            var quote = page.Text![landmark.Start..landmark.End];
            Assert.StartsWith(landmark.First, quote, StringComparison.Ordinal);
            Assert.EndsWith(landmark.Last, quote, StringComparison.Ordinal);
        });
        foreach (var landmark in _landmarks)
        {
            Assert.True(await context.Citations.AnyAsync(c => c.Start == landmark.Start && c.End == landmark.End), landmark.First);
        }
    }

    [SeedPageFact]
    public async Task The_page_puts_hammouchi_into_three_meetings()
    {
        await using var graph = await LoadAsync();
        await using var context = graph.Storage.CreateContext();

        Assert.Equal(
            ["madrid-bilateral-2025-01", "madrid-trilateral-2025-01", "madrid-visit-2025-01"],
            await context.Participations.Where(p => p.Official!.Slug == "abdellatif-hammouchi")
                .Select(p => p.Meeting.Slug).OrderBy(slug => slug).ToListAsync());
    }

    [SeedPageFact]
    public async Task The_page_answers_the_Hammouchi_operation_with_its_own_words()
    {
        await using var graph = await LoadAsync();
        using var answers = new GraphAnswers(graph.Storage);

        var data = await answers.DataAsync(SavedOperation.Read("HammouchiMeetings"));

        var page = await File.ReadAllTextAsync(SharedData.SeedPage!);
        var meetings = data.GetProperty("official").GetProperty("meetings");
        Assert.Equal(3, meetings.GetProperty("totalCount").GetInt32());
        foreach (var meeting in meetings.GetProperty("nodes").EnumerateArray())
        {
            var citations = meeting.GetProperty("citations").GetProperty("nodes").EnumerateArray().ToList();
            Assert.NotEmpty(citations);
            Assert.All(citations, citation => Assert.Equal(
                page[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()],
                citation.GetProperty("quote").GetString()));
        }
    }

    private static async Task<TestGraph> LoadAsync()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(SharedData.Repository, "tests", "GraphNews.Tests", "Samples", "madrid-page.jsonl"), folder.File("graph.jsonl"));
        File.Copy(SharedData.SeedPage!, folder.File("page.txt"));
        var graph = await TestGraph.CreateWithCountriesAsync();
        await new SampleGraph(folder.File("graph.jsonl")).LoadAsync(graph.Writer, default);
        return graph;
    }
}
