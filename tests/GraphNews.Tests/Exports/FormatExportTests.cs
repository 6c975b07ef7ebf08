using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Exports;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Exports;

/// <summary>The graph in formats of others.</summary>
public sealed class FormatExportTests
{
    public static TheoryData<ForeignFormat> Formats { get; } = [.. Enum.GetValues<ForeignFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_graph_gives_the_same_bytes(ForeignFormat format)
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var first = await Exported.WriteAsync(graph.Storage, format);
        var second = await Exported.WriteAsync(graph.Storage, format);

        Assert.Equal(first.Names, second.Names);
        Assert.All(first.Names, name => Assert.Equal(first.Bytes(name), second.Bytes(name)));
        Assert.Equal((2, first.Report.Records), (second.Report.Version, second.Report.Records));
        Assert.Contains("Abdellatif Hammouchi", first.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_retracted_or_merged_into_another_is_left_out(ForeignFormat format)
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            var (anna, ann, bert) = (edit.Add(new Official { Slug = "anna" }), edit.Add(new Official { Slug = "zoe" }), edit.Add(new Official { Slug = "bert" }));
            await edit.SaveAsync(default);
            await edit.MergeAsync(ann.Id, anna.Id, default);
            await edit.RetractAsync(bert.Id, default);
        });

        var exported = await Exported.WriteAsync(graph.Storage, format);

        Assert.Equal(1, exported.Report.Records);
        Assert.Contains("anna", exported.All, StringComparison.Ordinal);
        Assert.DoesNotContain("bert", exported.All, StringComparison.Ordinal);
        if (format == ForeignFormat.FollowTheMoney) Assert.Equal("""["zoe"]""", JsonElement.Parse(exported.Lines()[0]).GetProperty("referents").GetRawText());
        else Assert.DoesNotContain("zoe", exported.All, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Texts_of_articles_are_written_where_readers_get_them(ForeignFormat format)
    {
        // Words that no citation quotes, so that only the whole text has them.
        const string Unquoted = "Nobody quotes these words.";
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(edit => { edit.Add(new Graph.Articles.SourceArticle { Slug = "told", Title = "A story", Text = Unquoted }); });

        var withheld = await Exported.WriteAsync(graph.Storage, format);
        Assert.DoesNotContain(Unquoted, withheld.All, StringComparison.Ordinal);

        var published = await Exported.WriteAsync(graph.Storage, format, publishesText: true);
        var hasTexts = format is ForeignFormat.FollowTheMoney or ForeignFormat.Csv;
        Assert.Equal(hasTexts, published.All.Contains(Unquoted, StringComparison.Ordinal));
        Assert.Equal(hasTexts ? 1 : 0, withheld.LossOf("texts of articles that are not published"));
        Assert.Equal(0, published.LossOf("texts of articles that are not published"));
    }

    [Theory]
    [InlineData("""{ meetings: { slug: { eq: "madrid-bilateral-2025-01" } }, officials: { country: { code: { eq: "MA" } } } }""")]
    [InlineData("""{ "meetings": { "slug": { "eq": "madrid-bilateral-2025-01" } }, "officials": { "country": { "code": { "eq": "MA" } } } }""")]
    public async Task A_filter_is_written_as_in_GraphQL_and_facts_go_with_what_it_leaves_out(string where)
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();

        var tables = await Exported.WriteAsync(graph.Storage, ForeignFormat.Csv, where);
        Assert.Equal(["madrid-bilateral-2025-01"], Cells(tables, "meetings.csv", 1));
        Assert.Equal(["abdellatif-hammouchi"], Cells(tables, "officials.csv", 1));
        Assert.All(Cells(tables, "participations.csv", 1), meeting => Assert.Equal("madrid-bilateral-2025-01", meeting));
        Assert.All(Cells(tables, "tenures.csv", 1), official => Assert.Equal("abdellatif-hammouchi", official));
        Assert.Equal(2, Cells(tables, "tenures.csv", 1).Count);

        // Its parent meeting is left out, and so it is said to be part of none.
        Assert.Equal("", Cells(tables, "meetings.csv", 9).Single());

        var network = await Exported.WriteAsync(graph.Storage, ForeignFormat.Gexf, where);
        Assert.Equal(8, network.Report.Records);
        Assert.Equal(2, network.Lines().Count(line => line.Contains("<edge ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{ meetings: { starts: { during: \"2012\" } }", "where is neither JSON nor an input object of GraphQL")]
    [InlineData("\"meetings\"", "where is no object")]
    [InlineData("{ ministers: {} }", "where has ministers, which is none of the lists that this format writes: agencies, meetings, officials.")]
    [InlineData("{ agreements: {} }", "where has agreements")]
    [InlineData("{ meetings: { start: {} } }", "where.meetings has start, which MeetingFilterInput has not. It has and, or,")]
    [InlineData("{ meetings: { kind: { eq: BILATERALLY } } }", "where.meetings.kind.eq has to be one of UNKNOWN, BILATERAL")]
    [InlineData("{ meetings: { starts: { during: \"soon\" } } }", "where.meetings.starts.during:")]
    [InlineData("{ meetings: { slug: { eq: 7 } } }", "where.meetings.slug.eq is no String.")]
    [InlineData("{ meetings: { slug: \"x\" } }", "where.meetings.slug has to be an object: it is a StringOperationFilterInput.")]
    [InlineData("{ meetings: { slug: { eq: $slug } } }", "takes values alone")]
    public async Task A_wrong_filter_is_told_with_its_place(string where, string sentence)
    {
        await using var graph = await TestGraph.CreateAsync();

        var refusal = await Assert.ThrowsAsync<GraphException>(() => Exported.WriteAsync(graph.Storage, ForeignFormat.Gexf, where));

        Assert.Equal(ErrorCodes.BadArguments, refusal.Code);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_for_spreadsheets_have_a_mark_and_no_formulas()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            var agency = edit.Add(new Agency { Slug = "sum" });
            await edit.SaveAsync(default);
            edit.Add(new Name { SubjectId = agency.Id, Value = "=SUM(A1)", StatedBy = "anna" });
        });

        var plain = await Exported.WriteAsync(graph.Storage, ForeignFormat.Csv);
        var marked = await Exported.WriteAsync(graph.Storage, ForeignFormat.Csv, hasMark: true);

        Assert.Equal("=SUM(A1)", Cells(plain, "agencies.csv", 2).Single());
        Assert.Equal("'=SUM(A1)", Cells(marked, "agencies.csv", 2).Single());
        Assert.All(marked.Names, name => Assert.Equal([0xEF, 0xBB, 0xBF], marked.Bytes(name)[..3]));
        Assert.All(plain.Names, name => Assert.NotEqual(0xEF, plain.Bytes(name)[0]));
    }

    [Fact]
    public async Task The_columns_of_tables_stay_as_they_are()
    {
        await using var graph = await TestGraph.CreateAsync();
        var tables = await Exported.WriteAsync(graph.Storage, ForeignFormat.Csv);

        Snapshooter.Xunit.Snapshot.Match(string.Join('\n', tables.Names.Select(name => $"{name}: {tables.Lines(name)[0].TrimEnd('\r')}")));
    }

    [Fact]
    public async Task A_name_that_XML_cannot_hold_does_not_break_the_network()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            var agency = edit.Add(new Agency { Slug = "odd" });
            await edit.SaveAsync(default);
            edit.Add(new Name { SubjectId = agency.Id, Value = "A\u0001<B> & \U0001F600", StatedBy = "anna" });
        });

        foreach (var format in new[] { ForeignFormat.GraphMl, ForeignFormat.Gexf })
        {
            var document = System.Xml.Linq.XDocument.Parse((await Exported.WriteAsync(graph.Storage, format))[""]);
            Assert.Contains("A\uFFFD<B> & \U0001F600", document.Descendants().SelectMany(element => element.Attributes().Select(attribute => attribute.Value).Append(element.Value)));
        }
    }

    [Fact]
    public async Task Popolo_has_the_keys_of_events_and_the_further_labels_of_posts_and_counts_what_it_has_no_place_for()
    {
        await using var graph = await TestGraph.CreateAsync();
        await graph.WriteAsync(async edit =>
        {
            var (post, meeting, place) = (edit.Add(new Post { Slug = "minister" }), edit.Add(new Meeting { Slug = "talks" }), edit.Add(new Place { Slug = "rabat" }));
            await edit.SaveAsync(default);
            edit.Add(new Name { SubjectId = post.Id, Value = "Minister of Water", Language = "en", StatedBy = "anna" });
            edit.Add(new Name { SubjectId = post.Id, Value = "وزير الماء", Language = "ar", StatedBy = "anna" });
            edit.Add(new Name { SubjectId = place.Id, Value = "Rabat", Language = "en", StatedBy = "anna" });
            foreach (var node in new Entity[] { post, meeting, place }) edit.AddLink(new Identifier { SubjectId = node.Id, Scheme = "register", Value = node.Slug });
        });

        var exported = await Exported.WriteAsync(graph.Storage, ForeignFormat.Popolo);

        var document = JsonElement.Parse(exported[""]);
        Assert.Equal("وزير الماء", document.GetProperty("posts")[0].GetProperty("other_label")[0].GetString());
        var key = Assert.Single(document.GetProperty("events")[0].GetProperty("identifiers").EnumerateArray());
        Assert.Equal("register talks", $"{key.GetProperty("scheme")} {key.GetProperty("identifier")}");
        Assert.Equal((3, 2, 0), (exported.LossOf("languages of names"), exported.LossOf("identifiers"), exported.LossOf("further names")));
    }

    private static List<string> Cells(Exported tables, string file, int column)
    {
        using var text = new StringReader(tables[file].TrimStart('\uFEFF'));
        using var csv = new CsvHelper.CsvParser(text, System.Globalization.CultureInfo.InvariantCulture);
        var cells = new List<string>();
        csv.Read();
        while (csv.Read()) cells.Add(csv[column]);
        return cells;
    }
}
