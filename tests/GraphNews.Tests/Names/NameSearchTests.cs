using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;
using GraphNews.Tests.Walk;
using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.Names;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("Abdellatif Hammouchi", NameMatchMode.Exact, NameMatchRule.Exact)]
    [InlineData("ABDELLATIF HAMMOUCHI", NameMatchMode.Normalized, NameMatchRule.Folded)]
    [InlineData("Abdul Latif Hammouchi", NameMatchMode.Normalized, NameMatchRule.Loose)]
    [InlineData("عبد اللطيف الحموشي", NameMatchMode.CrossScript, NameMatchRule.CrossScript)]
    [InlineData("Hammoushi", NameMatchMode.CrossScript, NameMatchRule.CrossScript)]
    [InlineData("الحموشي", NameMatchMode.CrossScript, NameMatchRule.CrossScript)]
    public async Task An_official_is_found_by_any_spelling_of_the_name(string asked, NameMatchMode mode, NameMatchRule rule)
    {
        await using var graph = await TestGraph.CreateAsync();
        var ids = await OfficialsAsync(graph, ["Abdellatif Hammouchi"], ["Abdellatif Hamidi"], ["Ahmed Hammouchi"], ["Nasser Bourita"]);

        var found = await FindAsync(graph, asked, mode);

        Assert.Equal((ids[0], rule), (found[0].SubjectId, found[0].Match.Rule));
    }

    [Fact]
    public async Task A_stricter_mode_finds_less_and_the_best_comes_first()
    {
        await using var graph = await TestGraph.CreateAsync();
        var ids = await OfficialsAsync(graph, ["ناصر بوريطة"], ["NASSER BOURITA"], ["Nasser al-Bourita"], ["Nasser Bouchiba"], ["Nasser Bourita"]);

        Assert.Equal([ids[4]], (await FindAsync(graph, "Nasser Bourita", NameMatchMode.Exact)).Select(found => found.SubjectId));
        Assert.Equal([ids[4], ids[1], ids[2]], (await FindAsync(graph, "Nasser Bourita", NameMatchMode.Normalized)).Select(found => found.SubjectId));
        Assert.Equal([ids[4], ids[1], ids[2], ids[0]], (await FindAsync(graph, "Nasser Bourita", NameMatchMode.CrossScript)).Select(found => found.SubjectId));
        Assert.Equal([ids[4], ids[1]], (await FindAsync(graph, "Nasser Bourita", NameMatchMode.CrossScript, most: 2)).Select(found => found.SubjectId));
    }

    [Fact]
    public async Task A_short_alias_does_not_bring_up_somebody_whose_full_name_contradicts()
    {
        await using var graph = await TestGraph.CreateAsync();
        var ids = await OfficialsAsync(graph, ["Abdellatif Hammouchi", "الحموشي"], ["Ahmed Hammouchi"]);

        Assert.Equal([ids[1]], (await FindAsync(graph, "أحمد الحموشي", NameMatchMode.CrossScript)).Select(found => found.SubjectId));
        Assert.Equal([ids[0], ids[1]], (await FindAsync(graph, "الحموشي", NameMatchMode.CrossScript)).Select(found => found.SubjectId));
    }

    [Fact]
    public async Task Hidden_names_and_other_kinds_are_not_found()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var ids = await OfficialsAsync(graph, ["Spain"]);

        Assert.Equal(ids, (await FindAsync(graph, "Spain", NameMatchMode.CrossScript, NodeKind.Official)).Select(found => found.SubjectId));
        Assert.Contains(await FindAsync(graph, "Spain", NameMatchMode.CrossScript), found => found.SubjectId != ids[0]);

        await graph.WriteAsync(edit => edit.RetractAsync(ids[0], default));

        Assert.Empty(await FindAsync(graph, "Spain", NameMatchMode.CrossScript, NodeKind.Official));
    }

    [CrossScriptNamesFact]
    public async Task Every_name_of_the_shared_list_is_found_in_a_graph_of_all_of_them()
    {
        await using var graph = await TestGraph.CreateAsync();
        var same = SpelledNames.Read(SharedData.CrossScriptNames!).Where(line => line.Same).ToList();
        var ids = await OfficialsAsync(graph, [.. same.Select(line => line.Latin)]);
        var missed = new List<string>();
        foreach (var (line, id) in same.Zip(ids))
        {
            foreach (var asked in line.Arabic)
            {
                var found = await FindAsync(graph, asked, NameMatchMode.CrossScript);
                if (!found.Any(f => f.SubjectId == id)) missed.Add(asked);
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public async Task Candidates_come_from_indexes()
    {
        await using var graph = await TestGraph.CreateAsync();
        await OfficialsAsync(graph, ["Abdellatif Hammouchi"]);
        var traced = new TracedStorage(graph.Storage);
        await using (var snapshot = await traced.BeginReadAsync(default))
        {
            await NameSearch.FindAsync(snapshot.Context, "عبد اللطيف حموشي", NameMatchMode.CrossScript, null, 10, default);
        }

        var statements = traced.Take().Where(statement => statement.Contains("\"Names\"", StringComparison.Ordinal)).ToList();
        await using var connection = new SqliteConnection(graph.ConnectionString);
        await connection.OpenAsync();

        Assert.Equal(5, statements.Count);
        foreach (var statement in statements)
        {
            var plan = await QueryPlan.OfAsync(connection, statement);
            Assert.True(!plan.Scans().Any(), plan.ToString());
        }
    }

    private static async Task<IReadOnlyList<FoundName>> FindAsync(TestGraph graph, string asked, NameMatchMode mode, NodeKind? kind = null, int most = 1000)
        => await graph.ReadAsync(context => NameSearch.FindAsync(context, asked, mode, kind, most, default));

    private static async Task<long[]> OfficialsAsync(TestGraph graph, params string[][] people)
    {
        var ids = new long[people.Length];
        await graph.WriteAsync(edit =>
        {
            for (var i = 0; i < people.Length; i++)
            {
                ids[i] = edit.Add(new Official { Slug = $"official-{i}-of-{people.Length}" }).Id;
                foreach (var name in people[i]) edit.Add(new Name { SubjectId = ids[i], Value = name, StatedBy = "test" });
            }
        });
        return ids;
    }
}
