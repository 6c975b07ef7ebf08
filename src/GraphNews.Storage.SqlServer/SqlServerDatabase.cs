using GraphNews.Graph.Errors;
using Microsoft.Data.SqlClient;

namespace GraphNews.Storage.SqlServer;

/// <summary>The database that a connection string names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server, as messages show it.</param>
/// <param name="ConnectionString">The connection string with our settings.</param>
internal sealed record SqlServerDatabase(string Name, string Server, string ConnectionString)
{
    /// <summary>
    /// Compares and sorts by UTF-16 code units, as C#'s ordinal comparison does. SQLite compares the bytes of UTF-8:
    /// the same order but for characters beyond U+FFFF, which come before U+E000 to U+FFFF here and after them there.
    /// </summary>
    public const string Collation = "Latin1_General_100_BIN2";

    /// <summary>SQL Server 2022.</summary>
    public const int CompatibilityLevel = 160;

    private static readonly string[] System = ["master", "model", "msdb", "tempdb"];

    public static SqlServerDatabase From(string connectionString)
    {
        SqlConnectionStringBuilder builder;
        try
        {
            builder = new SqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new GraphStartupException(
                $"The connection string for SQL Server cannot be read: {e.Message} It should look like \"Server=localhost;Database=GraphNews;User Id=graphnews;Password=…\".", e);
        }

        if (builder.DataSource.Length == 0 || builder.InitialCatalog.Length == 0 || builder.AttachDBFilename.Length > 0)
        {
            throw new GraphStartupException(
                "The connection string for SQL Server must name a server and a database, such as \"Server=localhost;Database=GraphNews;User Id=graphnews;Password=…\".");
        }

        if (System.Contains(builder.InitialCatalog, StringComparer.OrdinalIgnoreCase))
            throw new GraphStartupException($"{builder.InitialCatalog} is a database of SQL Server itself. Name another Database in ConnectionStrings:Graph.");

        builder.MultipleActiveResultSets = false;
        builder.Enlist = false;
        if (!builder.ShouldSerialize("Application Name")) builder.ApplicationName = "GraphNews";
        return new SqlServerDatabase(builder.InitialCatalog, builder.DataSource, builder.ConnectionString);
    }

    /// <summary>The same server's own database, from which others are created.</summary>
    public string Master => new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = "master", Pooling = false }.ConnectionString;

    /// <summary>A connection for opening, which goes back to no pool: it holds a lock and may outlive the database it asked for.</summary>
    public string Unpooled => new SqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString;

    public override string ToString() => $"The database {Name} on {Server}";
}
