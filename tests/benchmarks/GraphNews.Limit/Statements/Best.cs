namespace GraphNews.Limit.Statements;

/// <summary>The best name or text of a node as a subquery: in one language, else in those of the server's default order.</summary>
internal static class Best
{
    private const string Rank = """CASE "Language" WHEN '{0}' THEN 0 WHEN 'en' THEN 1 WHEN 'ar' THEN 2 WHEN 'fr' THEN 3 WHEN 'es' THEN 4 ELSE 5 END""";

    public static string Name(string subject, string language = "en")
        => $"""
            (SELECT "Value" FROM "Names" WHERE "SubjectId" = {subject} AND "HiddenSince" IS NULL
             ORDER BY "Kind" = 'FORMER', {Rank.Replace("{0}", language, StringComparison.Ordinal)}, "Kind" <> 'NAME', "Id" LIMIT 1)
            """;

    public static string Text(string subject, string field)
        => $"""
            (SELECT "Value" FROM "Texts" WHERE "SubjectId" = {subject} AND "Field" = '{field}' AND "HiddenSince" IS NULL
             ORDER BY {Rank.Replace("{0}", "en", StringComparison.Ordinal)}, "Id" LIMIT 1)
            """;
}
