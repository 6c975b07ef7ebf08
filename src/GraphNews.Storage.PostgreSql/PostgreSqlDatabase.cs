using GraphNews.Graph.Errors;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>The database that a connection string names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">The server, as messages show it.</param>
/// <param name="ConnectionString">The connection string with our settings.</param>
internal sealed record PostgreSqlDatabase(string Name, string Server, string ConnectionString)
{
    /// <summary>Compares and sorts by the bytes of UTF-8, as SQLite does.</summary>
    public const string Collation = "C";

    /// <summary>The oldest release that it was tried with.</summary>
    public const int OldestRelease = 15;

    private const string Maintenance = "postgres";
    private const string Example = "\"Host=localhost;Database=graphnews;Username=graphnews;Password=…\"";

    private static readonly string[] System = [Maintenance, "template0", "template1"];

    public static PostgreSqlDatabase From(string connectionString)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new GraphStartupException(
                $"The connection string for PostgreSQL cannot be read: {e.Message} It should look like {Example}.", e);
        }

        if (string.IsNullOrWhiteSpace(builder.Host) || string.IsNullOrWhiteSpace(builder.Database))
            throw new GraphStartupException($"The connection string for PostgreSQL must name a host and a database, such as {Example}.");

        if (System.Contains(builder.Database, StringComparer.Ordinal))
            throw new GraphStartupException($"{builder.Database} is a database of PostgreSQL itself. Name another Database in ConnectionStrings:Graph.");

        builder.Enlist = false;
        builder.Multiplexing = false;
        builder.ApplicationName ??= "GraphNews";
        return new PostgreSqlDatabase(builder.Database, $"{builder.Host}:{builder.Port}", builder.ConnectionString);
    }

    /// <summary>The same server's own database, from which others are created.</summary>
    public string OwnDatabase => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = Maintenance, Pooling = false }.ConnectionString;

    /// <summary>A connection for opening, which goes back to no pool: it holds a lock and may outlive the database it asked for.</summary>
    public string Unpooled => new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString;

    /// <summary>A connection that hears notifications; it notices by itself when the network has lost it.</summary>
    public string Listening => new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, KeepAlive = 10 }.ConnectionString;

    public override string ToString() => $"The database {Name} on {Server}";
}
