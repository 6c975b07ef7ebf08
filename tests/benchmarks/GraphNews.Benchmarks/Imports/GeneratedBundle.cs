using System.Text.Json;

namespace GraphNews.Benchmarks;

/// <summary>
/// A bundle of any size, the same for the same size: a data set, agencies with their posts, officials with a tenure each, and
/// meetings of three participants, each cited from a row of the data set.
/// </summary>
internal static class GeneratedBundle
{
    private const int OfficialsOf = 50;

    public static void Write(string path, int records)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("""{"format":"graphnews-bundle","version":1,"source":"generated"}""");
        var random = new Random(1);
        var left = records;
        void Line(object record)
        {
            if (left-- > 0) file.WriteLine(JsonSerializer.Serialize(record));
        }

        object[] Cited(int row) => [new { article = "generated-data", locator = $"meetings.csv, row {row}" }];
        Line(new { type = "SourceArticle", slug = "generated-data", kind = "DATASET", title = "Generated data" });
        var agencies = Math.Max(4, records / 500);
        for (var i = 0; i < agencies; i++)
        {
            Line(new { type = "Agency", key = $"a{i}", kind = "MINISTRY", names = new[] { new { value = $"Ministry of matter {i}", language = "en", citations = Cited(i) } } });
            Line(new { type = "Post", key = $"p{i}", agency = new { key = $"a{i}" }, names = new[] { new { value = $"Minister of matter {i}", language = "en", citations = Cited(i) } } });
        }

        var officials = Math.Max(10, records / OfficialsOf);
        for (var i = 0; i < officials; i++)
        {
            Line(new { type = "Official", key = $"o{i}", names = new[] { new { value = $"Official Person {i}", language = "en", citations = Cited(i) } } });
            Line(new
            {
                type = "Tenure", key = $"t{i}", official = new { key = $"o{i}" }, post = new { key = $"p{i % agencies}" }, from = $"{1990 + (i % 30)}-{1 + (i % 12):00}-01",
                citations = Cited(i),
            });
        }

        for (var i = 0; left > 0; i++)
        {
            Line(new
            {
                type = "Meeting", key = $"m{i}", kind = "BILATERAL", status = "HELD", starts = $"20{10 + (i % 15)}-{1 + (i % 12):00}", title = new { en = $"Meeting number {i} about matters" },
                host = new { key = $"a{random.Next(agencies)}" }, citations = Cited(i),
            });
            for (var p = 0; p < 3; p++)
            {
                Line(new
                {
                    type = "Participation", key = $"m{i}p{p}", meeting = new { key = $"m{i}" }, official = new { key = $"o{random.Next(officials)}" }, role = p == 0 ? "HOST" : "GUEST",
                    agency = new { key = $"a{random.Next(agencies)}" }, nameAsWritten = $"The Rt Hon Person {i}", citations = Cited(i),
                });
            }
        }
    }
}
