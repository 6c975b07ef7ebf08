using GraphNews.Graph.Agencies;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Uk;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Mappings;

/// <summary>The British files in an empty graph, with the counts of the source.</summary>
[Collection(UkTests.Name)]
public sealed class UkImportTests(UkGraph uk)
{
    [UnitedKingdomFact]
    public async Task The_British_files_come_into_an_empty_graph_and_again_change_nothing()
    {
        var (graph, articles, first) = (uk.Graph, uk.ArticlesBefore, uk.Imported);

        var meetings = UnitedKingdomFiles.Rows("ministerial-meetings.csv");
        var appointments = UnitedKingdomFiles.Rows("appointment.csv");
        var links = UnitedKingdomFiles.Rows("organisation_link.csv");
        Assert.Equal((0, 0, 0, 0), (first.Rejected, first.Updated, first.Unchanged, first.Claimed));
        await using var context = graph.Storage.CreateContext();
        Assert.Equal(UnitedKingdomFiles.Rows("person.csv").Select(row => row["id"]).Distinct().Count(), await context.Officials.CountAsync());
        Assert.Equal(UnitedKingdomFiles.Rows("post.csv").Count, await context.Posts.CountAsync());
        Assert.Equal(appointments.Count, await context.Tenures.CountAsync());
        Assert.Equal(appointments.Count(row => row["end_date"].Length == 0), await context.Tenures.CountAsync(tenure => tenure.Status == TenureStatus.Current));
        Assert.Equal(appointments.Count(row => row["end_date"].Length > 0), await context.Tenures.CountAsync(tenure => tenure.Status == TenureStatus.Ended));
        Assert.Equal(UnitedKingdomFiles.Rows("organisation.csv").Count, await context.Agencies.CountAsync(agency => agency.Kind == AgencyKind.Ministry));
        Assert.Equal(links.Select(row => row["predecessor_organisation_id"]).Distinct().Count(), await context.AgencySuccessions.Select(link => link.PredecessorId).Distinct().CountAsync());
        foreach (var (type, kind) in new[] { ("Merger", SuccessionKind.Merger), ("Demerger", SuccessionKind.Demerger), ("Name change", SuccessionKind.Rename), ("Transfer", SuccessionKind.Transfer) })
        {
            Assert.Equal(links.Count(row => row["type"].StartsWith(type, StringComparison.Ordinal)), await context.AgencySuccessions.CountAsync(link => link.Kind == kind));
        }

        Assert.Equal(meetings.Select(row => row["Meeting ID"]).Distinct().Count(), await context.Meetings.CountAsync());
        Assert.Equal(articles + 6, await context.SourceArticles.CountAsync(article => article.Kind == ArticleKind.Dataset));

        var cameron = await context.Names.Where(name => name.Value == "David Cameron" && name.Kind == NameKind.Former).Select(name => name.SubjectId).SingleAsync();
        var asPrimeMinister = meetings.Where(row => row["Minister"] == "Rt Hon David Cameron MP").Select(row => row["Meeting ID"]).Distinct().Count();
        Assert.Equal(asPrimeMinister, await context.Participations.CountAsync(participation => participation.OfficialId == cameron));
        Assert.True(await context.Citations.AnyAsync(citation => citation.Locator == "ministerial-meetings.csv, row 3 (83069_AGO_meetings_July_Sept_12.csv, row 3)"));

        var reception = await context.Meetings.SingleAsync(meeting => meeting.Slug == "uk-ministerial-meeting-1");
        Assert.Equal("2012-07", reception.Starts.Text);
        Assert.Equal("Summer reception", await context.Texts.Where(text => text.SubjectId == reception.Id && text.Field == "title").Select(text => text.Value).SingleAsync());
        var grieve = await context.Capacities.Include(capacity => capacity.Participation).Include(capacity => capacity.Tenure)
            .SingleAsync(capacity => capacity.Participation.MeetingId == reception.Id);
        Assert.Equal("Attorney General Dominic Grieve QC MP", grieve.Participation.NameAsWritten);
        Assert.Equal(grieve.Participation.OfficialId, grieve.Tenure!.OfficialId);
        Assert.Equal(
            ["Attorney General's Office", "Sky"],
            await context.Participations.Where(participation => participation.MeetingId == reception.Id).OrderBy(participation => participation.Id)
                .Select(participation => context.Names.First(name => name.SubjectId == participation.AgencyId && name.Kind == NameKind.Name).Value).ToListAsync());

        var second = await uk.ImportAsync();

        Assert.Equal((0, 0, 0, 0), (second.Created, second.Updated, second.Claimed, second.Vanished));
        Assert.Equal((first.Created, first.Version), (second.Unchanged, second.Version));
    }
}
