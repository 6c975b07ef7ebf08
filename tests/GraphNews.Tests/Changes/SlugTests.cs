using GraphNews.Graph.Agencies;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Topics;
using GraphNews.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Tests.Changes;

public sealed class SlugTests
{
    [Fact]
    public async Task An_entity_gets_its_slug_from_its_name_or_from_its_kind()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            edit.Add(new Name { SubjectId = edit.Add(new Official()).Id, Value = "Abdellatif Hammouchi", Language = "fr", StatedBy = "test" });
            edit.Add(new Agency());
        });

        Assert.Equal(["abdellatif-hammouchi", "agency"], await SlugsAsync(graph));
    }

    [Fact]
    public async Task A_slug_that_is_taken_gets_a_number_across_kinds_and_within_one_write()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "madrid" }));
        await graph.WriteAsync(edit =>
        {
            edit.Add(new Agency { Slug = "madrid" });
            edit.Add(new Topic { Slug = "madrid" });
            edit.Add(new Topic { Slug = "madrid-2" });
        });

        Assert.Equal(["madrid", "madrid-2", "madrid-2-2", "madrid-3"], await SlugsAsync(graph));
    }

    [Fact]
    public async Task A_thousand_namesakes_each_get_a_number()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit =>
        {
            for (var i = 0; i < 100; i++) edit.Add(new Official { Slug = "juan" });
        });

        Assert.Equal(Enumerable.Range(2, 99).Select(n => $"juan-{n}").Append("juan").Order(StringComparer.Ordinal), await SlugsAsync(graph));
    }

    [Fact]
    public async Task A_slug_is_never_given_again()
    {
        await using var graph = await TestGraph.CreateAsync();
        var id = 0L;
        await graph.WriteAsync(edit => id = edit.Add(new Official { Slug = "first" }).Id);
        await graph.WriteAsync(async edit => (await edit.Context.Officials.SingleAsync()).Slug = "second");
        await graph.WriteAsync(edit => edit.RetractAsync(id, default));
        await graph.WriteAsync(edit =>
        {
            edit.Add(new Official { Slug = "first" });
            edit.Add(new Official { Slug = "second" });
        });

        Assert.Equal(["first", "first-2", "second", "second-2"], await SlugsAsync(graph));
    }

    [Fact]
    public async Task An_entity_may_take_its_own_old_slug_back()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => edit.Add(new Official { Slug = "first" }));
        await graph.WriteAsync(async edit => (await edit.Context.Officials.SingleAsync()).Slug = "second");
        await graph.WriteAsync(async edit => (await edit.Context.Officials.SingleAsync()).Slug = "first");

        Assert.Equal("first", await graph.ReadAsync(c => c.Officials.Select(o => o.Slug).SingleAsync()));
        Assert.Equal(["first", "second"], await SlugsAsync(graph));
    }

    [Theory]
    [InlineData("Madrid")]
    [InlineData("madrid_2025")]
    [InlineData("-madrid")]
    [InlineData("حموشي")]
    public async Task A_slug_of_other_characters_is_refused(string slug)
    {
        await using var graph = await TestGraph.CreateAsync();
        var error = await Assert.ThrowsAsync<GraphException>(() => graph.WriteAsync(edit => edit.Add(new Official { Slug = slug })));

        Assert.Equal(ErrorCodes.InvalidSlug, error.Code);
    }

    [Fact]
    public async Task A_long_slug_with_a_number_still_fits()
    {
        await using var graph = await TestGraph.CreateAsync();
        var slug = new string('a', 100);
        await graph.WriteAsync(edit =>
        {
            edit.Add(new Official { Slug = slug });
            edit.Add(new Official { Slug = slug });
        });

        Assert.Equal([slug[..98] + "-2", slug], await SlugsAsync(graph));
    }

    private static Task<List<string>> SlugsAsync(TestGraph graph)
        => graph.ReadAsync(c => c.Slugs.Select(s => s.Value).OrderBy(s => s).ToListAsync());
}
