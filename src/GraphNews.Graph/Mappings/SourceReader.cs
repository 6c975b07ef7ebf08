using System.Text.RegularExpressions;
using GraphNews.Graph.Dates;
using GraphNews.Graph.Names;

namespace GraphNews.Graph.Mappings;

/// <summary>Reads what a mapping says of one file.</summary>
internal static class SourceReader
{
    /// <summary>Reads a source.</summary>
    public static SourceMapping Read(MappingFields fields, IReadOnlyList<PublisherMapping> publishers)
    {
        var file = fields.RequiredText("file");
        var source = new SourceMapping(
            file,
            fields.PlaceOf("file"),
            ReadArticle(fields.Object("article") ?? throw fields.Wrong("article", "is missing: rows are cited as it."), file, publishers),
            ReadEncoding(fields, "encoding") ?? "utf-8",
            ReadEncoding(fields, "strayControls"),
            fields.Text("delimiter") ?? ",",
            Template.Parse(fields.Text("locator") ?? "{#file}, row {#row}", fields.PlaceOf("locator")),
            fields.Text("group") is { } group ? Template.Parse(group, fields.PlaceOf("group")) : null,
            ReadConditions(fields),
            [.. fields.Objects("records").Select(RecordReader.Read)]);
        fields.End();
        return source;
    }

    /// <summary>Reads which rows count.</summary>
    public static IReadOnlyList<RowCondition> ReadConditions(MappingFields fields)
        => [.. fields.Objects("where").Select(ReadCondition)];

    /// <summary>Reads a pattern.</summary>
    public static Regex ReadPattern(MappingFields fields, string key, string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException error)
        {
            throw fields.Wrong(key, $"is no regular expression: {error.Message}");
        }
    }

    private static RowCondition ReadCondition(MappingFields fields)
    {
        var condition = new RowCondition(
            Template.OfColumn(fields.RequiredText("column"), fields.PlaceOf("column")),
            fields.Texts("is"),
            fields.Texts("isNot"),
            fields.Text("matches") is { } pattern ? ReadPattern(fields, "matches", pattern) : null,
            fields.Flag("empty"));
        fields.End();
        return condition;
    }

    private static string? ReadEncoding(MappingFields fields, string key)
        => fields.Text(key) is not { } name || CsvEncoding.Find(name) is not null
            ? fields.Text(key)
            : throw fields.Wrong(key, $"is '{name}', which is no encoding known here. Write utf-8, utf-16, windows-1252 or another by its IANA name.");

    private static ArticleMapping ReadArticle(MappingFields fields, string file, IReadOnlyList<PublisherMapping> publishers)
    {
        var publisher = fields.Text("publisher");
        if (publisher is not null && publishers.All(known => known.Key != publisher))
        {
            throw fields.Wrong("publisher", $"is '{publisher}', and publishers has none of that key.");
        }

        var published = fields.Text("published");
        if (published is not null && !PartialDate.TryParse(published, out _, out var error))
        {
            throw fields.Wrong("published", $"is wrong. {error}");
        }

        var slug = fields.RequiredText("slug");
        var article = new ArticleMapping(
            $"article:{slug}",
            SlugText.IsSlug(slug) ? slug : throw fields.Wrong("slug", $"is '{slug}'. A slug has words of a to z and 0 to 9, joined by single hyphens."),
            fields.Text("title") ?? file,
            fields.Text("url"),
            publisher,
            fields.Text("licence"),
            published,
            fields.Text("language"));
        fields.End();
        return article;
    }
}
