namespace GraphNews.Benchmarks;

/// <summary>How tables call the forms of GraphNews.</summary>
internal static class Names
{
    public const string Limit = "limit";
    public const string Cold = "GraphNews, cold";
    public const string Warm = "GraphNews, warm";
    public const string ColdOnHotChocolate = "GraphNews on Hot Chocolate, cold";
    public const string HotChocolate = "Hot Chocolate";
    public const string PostGraphile = "PostGraphile";
    public const string Bare = "bare Kestrel";
}

/// <summary>How tables call the database products.</summary>
internal static class Product
{
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";
}
