using GraphNews.Graph;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Places;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Samples;

public sealed class SampleGraphTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private readonly GraphDbContext _context = sample.Context;

    [Fact]
    public async Task Two_servers_that_start_together_load_it_once()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();
        var sample = new SampleGraph(Path.Combine(SharedData.Repository, "samples", "madrid-2025", "graph.jsonl"));

        // Both have seen an empty graph.
        var versions = await Task.WhenAll(sample.LoadAsync(graph.Writer, default), sample.LoadAsync(graph.Writer, default));

        Assert.Equal([2, 2], versions);
        Assert.Equal(1, await graph.ReadAsync(c => c.Changes.CountAsync(change => change.Actor == SampleGraph.Actor)));
    }

    [Fact]
    public async Task The_sample_is_one_version_after_the_countries()
    {
        Assert.Equal(2, (await _context.GraphStates.SingleAsync()).Version);
        Assert.Equal(["reference-data", "sample"], await _context.Changes.OrderBy(c => c.Version).Select(c => c.Actor).ToListAsync());
        Assert.False(await ReferenceData.IsAloneAsync(_context, default));
    }

    [Fact]
    public async Task Every_quote_is_what_the_article_says_at_its_place() => await EvidenceOf.QuotesStandInTheirTextsAsync(_context);

    [Fact]
    public async Task Every_fact_is_cited() => await EvidenceOf.FactsAreCitedAsync(_context);

    [Fact]
    public async Task Every_article_is_a_report_of_our_own_in_arabic_or_english()
    {
        var articles = await _context.SourceArticles.Include(a => a.Publisher).Where(a => a.Text != null).ToListAsync();

        Assert.Equal(4, articles.Count);
        Assert.All(articles, article => Assert.Equal("graphnews-samples", article.Publisher!.Slug));
        Assert.All(articles, article => Assert.StartsWith(article.Title, article.Text, StringComparison.Ordinal));
        Assert.All(articles, article => Assert.Matches("^[0-9a-f]{64}$", article.ContentHash));
        Assert.Equal(["ar", "ar", "en", "en"], articles.Select(article => article.Language!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("abdellatif-hammouchi")]
    [InlineData("morocco-dgsn")]
    [InlineData("morocco-dgst")]
    [InlineData("spain-policia-nacional")]
    [InlineData("germany-bundespolizei")]
    [InlineData("yemen-ministry-of-culture")]
    [InlineData("yemen-snaccc")]
    [InlineData("madrid-visit-2025-01")]
    [InlineData("madrid-bilateral-2025-01")]
    [InlineData("madrid-experts-2025-01")]
    [InlineData("madrid-trilateral-2025-01")]
    [InlineData("yemen-culture-snaccc")]
    public async Task Who_and_what_matters_is_found_by_its_slug(string slug)
        => Assert.True(await _context.Slugs.AnyAsync(row => row.Value == slug));

    [Fact]
    public async Task Hammouchi_attended_the_visit_the_bilateral_and_the_trilateral_meeting()
        => Assert.Equal(
            ["madrid-bilateral-2025-01", "madrid-trilateral-2025-01", "madrid-visit-2025-01"],
            await _context.Participations.Where(p => p.Official!.Slug == "abdellatif-hammouchi")
                .Select(p => p.Meeting.Slug).OrderBy(slug => slug).ToListAsync());

    [Fact]
    public async Task He_attended_each_in_both_his_posts()
    {
        var capacities = await _context.Capacities.Where(c => c.Participation.Official!.Slug == "abdellatif-hammouchi")
            .Select(c => new { Meeting = c.Participation.Meeting.Slug, Agency = c.Post.Agency!.Slug, c.Tenure!.OfficialId }).ToListAsync();

        Assert.Equal(6, capacities.Count);
        Assert.All(capacities.GroupBy(c => c.Meeting), meeting =>
            Assert.Equal(["morocco-dgsn", "morocco-dgst"], meeting.Select(c => c.Agency).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task His_tenures_are_attested_on_the_days_of_the_visit_and_no_start_is_invented()
    {
        var tenures = await _context.Tenures.Where(t => t.Official.Slug == "abdellatif-hammouchi").ToListAsync();

        Assert.Equal(2, tenures.Count);
        Assert.All(tenures, tenure =>
        {
            Assert.Equal((new DateOnly(2025, 1, 28), new DateOnly(2025, 1, 29)), (tenure.AttestedFirst, tenure.AttestedLast));
            Assert.True(tenure.From.IsUnknown && tenure.Until.IsUnknown);
        });
        Assert.True((await _context.Officials.SingleAsync(o => o.Slug == "abdellatif-hammouchi")).BirthDate.IsUnknown);
    }

    [Fact]
    public async Task Only_the_visit_has_days_of_its_own()
    {
        var meetings = await _context.Meetings.ToDictionaryAsync(m => m.Slug);

        Assert.Equal(("2025-01-28", "2025-01-29"), Dates(meetings["madrid-visit-2025-01"]));
        Assert.All(
            meetings.Values.Where(m => m.ParentId == meetings["madrid-visit-2025-01"].Id),
            inner => Assert.Equal(("[2025-01-28..2025-01-29]", "[2025-01-28..2025-01-29]"), Dates(inner)));
        Assert.Equal(3, meetings.Values.Count(m => m.ParentId is not null));
        Assert.Equal(("[..2025-01-29]", "[..2025-01-29]"), Dates(meetings["yemen-culture-snaccc"]));
    }

    [Fact]
    public async Task The_spanish_and_german_chiefs_are_there_by_agency_and_title_only()
    {
        var chiefs = await _context.Participations
            .Where(p => p.Agency!.Slug == "germany-bundespolizei" || p.Agency.Slug == "spain-policia-nacional").ToListAsync();

        Assert.Equal(5, chiefs.Count);
        Assert.All(chiefs, chief => Assert.Null(chief.OfficialId));
        Assert.All(chiefs, chief => Assert.NotNull(chief.TitleAsWritten));
    }

    [Fact]
    public async Task Agencies_attended_the_meetings_of_experts()
        => Assert.Equal(
            ["morocco-dgsn EXPERT", "spain-policia-nacional EXPERT"],
            (await _context.Participations.Where(p => p.Meeting.Slug == "madrid-experts-2025-01")
                .Select(p => new { p.Agency!.Slug, p.Role }).ToListAsync())
                .Select(p => $"{p.Slug} {Graph.Model.EnumNames.Of(p.Role)}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Agreements_say_where_they_were_made_how_far_they_are_and_whom_they_bind()
    {
        var agreements = await _context.Agreements.OrderBy(a => a.Slug).Select(a => new
        {
            a.Slug,
            Meeting = a.Meeting!.Slug,
            a.Status,
            Parties = _context.AgreementParties.Where(p => p.AgreementId == a.Id)
                .OrderBy(p => p.Id).Select(p => p.Agency!.Slug ?? p.Country!.Code).ToList(),
        }).ToListAsync();

        Assert.Equal(
            [
                "madrid-joint-operations-2025-01 at madrid-bilateral-2025-01, Announced: morocco-dgsn morocco-dgst spain-policia-nacional",
                "madrid-joint-teams-2025-01 at madrid-experts-2025-01, Announced: MA ES",
                "madrid-world-cup-committee-2025-01 at madrid-experts-2025-01, Considered: MA ES",
                "madrid-world-cup-expertise-2025-01 at madrid-trilateral-2025-01, Announced: MA ES DE",
            ],
            agreements.Select(a => $"{a.Slug} at {a.Meeting}, {a.Status}: {string.Join(' ', a.Parties)}"));
    }

    [Fact]
    public async Task The_world_cup_is_spoken_of_at_two_meetings_and_has_its_places()
    {
        Assert.Equal(
            ["madrid-experts-2025-01", "madrid-trilateral-2025-01"],
            await _context.MeetingOccasions.Where(l => l.Occasion.Slug == "world-cup-2030").Select(l => l.Meeting.Slug).OrderBy(s => s).ToListAsync());
        Assert.Equal(
            ["ES", "MA"],
            await _context.OccasionPlaces.Select(l => l.Place.Country!.Code).OrderBy(code => code).ToListAsync());
    }

    [Fact]
    public async Task In_the_second_story_three_people_and_a_team_met()
    {
        var participations = await _context.Participations.Where(p => p.Meeting.Slug == "yemen-culture-snaccc").OrderBy(p => p.Id)
            .Select(p => new { Official = p.Official!.Slug, Agency = p.Agency!.Slug, p.TitleAsWritten, p.Role }).ToListAsync();

        Assert.Equal(["abdullah-al-washali", null, "essam-al-sanini", "adel-al-aqabi"], participations.Select(p => p.Official));
        Assert.Equal(
            ["yemen-ministry-of-culture", "yemen-snaccc-awareness-team", "yemen-ministry-of-culture", "yemen-snaccc"],
            participations.Select(p => p.Agency));
        Assert.Equal(3, await _context.Capacities.CountAsync(c => c.Participation.Meeting.Slug == "yemen-culture-snaccc" && c.TenureId != null));
        Assert.Null((await _context.Meetings.SingleAsync(m => m.Slug == "yemen-culture-snaccc")).PlaceId);
    }

    private static (string Starts, string Ends) Dates(Meeting meeting) => (meeting.Starts.Text, meeting.Ends.Text);
}
