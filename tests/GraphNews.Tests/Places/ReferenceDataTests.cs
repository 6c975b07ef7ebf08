using GraphNews.Graph.Names;
using GraphNews.Graph.Places;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Places;

public sealed class ReferenceDataTests
{
    [Fact]
    public async Task A_new_graph_begins_with_every_country()
    {
        await using var graph = await TestGraph.CreateAsync();

        var version = await ReferenceData.EnsureAsync(graph.Writer, default);

        await using var context = graph.Storage.CreateContext();
        Assert.Equal(1, version);
        Assert.Equal(ReferenceData.Actor, (await context.Changes.SingleAsync()).Actor);
        Assert.Equal(249, await context.Countries.CountAsync());
        var morocco = await context.Countries.SingleAsync(country => country.Code == "MA");
        Assert.Equal(("morocco", "MAR", "504"), (morocco.Slug, morocco.Alpha3, morocco.Numeric));
        Assert.Equal(
            ["ar المغرب", "en Morocco", "es Marruecos", "fr Maroc"],
            await context.Names.Where(name => name.SubjectId == morocco.Id)
                .OrderBy(name => name.Language).Select(name => name.Language + " " + name.Value).ToListAsync());
    }

    [Fact]
    public async Task Each_country_and_each_of_its_names_says_where_it_is_from()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();

        await using var context = graph.Storage.CreateContext();
        Assert.Equal(249, await context.Countries.CountAsync(country => context.Citations.Any(c => c.SubjectId == country.Id)));
        Assert.Equal(249 * 4, await context.Names.CountAsync(name => context.Citations.Any(c => c.SubjectId == name.Id)));
        var french = await context.Citations.SingleAsync(c => c.Locator == "common/main/fr.xml, territory MA");
        Assert.Equal("Maroc", (await context.Names.SingleAsync(name => name.Id == french.SubjectId)).Value);
        var article = await context.SourceArticles.SingleAsync(row => row.Id == french.ArticleId);
        Assert.Matches(@"^Unicode CLDR \d+\.\d+ territory names$", article.Title);
        var publisher = await context.Publishers.SingleAsync(row => row.Id == article.PublisherId);
        Assert.Equal("unicode", publisher.Slug);
    }

    [Fact]
    public async Task Asking_for_the_countries_again_writes_nothing()
    {
        await using var graph = await TestGraph.CreateWithCountriesAsync();

        Assert.Equal(1, await ReferenceData.EnsureAsync(graph.Writer, default));

        await using var context = graph.Storage.CreateContext();
        Assert.Equal(1, await context.Changes.CountAsync());
        Assert.Equal(249, await context.Countries.CountAsync());
    }

    [Fact]
    public async Task A_graph_of_nothing_but_countries_counts_as_empty_until_somebody_writes()
    {
        await using var graph = await TestGraph.CreateAsync();
        await using var context = graph.Storage.CreateContext();
        Assert.True(await ReferenceData.IsAloneAsync(context, default));

        await ReferenceData.EnsureAsync(graph.Writer, default);
        Assert.True(await ReferenceData.IsAloneAsync(context, default));

        await graph.Writer.WriteAsync(
            new("anna"),
            (edit, _) =>
            {
                var place = edit.Add(new Place());
                edit.Add(new Name { SubjectId = place.Id, Value = "Rabat", Language = "en", StatedBy = "anna" });
                return Task.CompletedTask;
            },
            default);
        Assert.False(await ReferenceData.IsAloneAsync(context, default));
    }
}
