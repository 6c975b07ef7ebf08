using GraphNews.Graph.Errors;
using Microsoft.Data.Sqlite;

namespace GraphNews.Storage.Sqlite;

/// <summary>The file that a connection string names.</summary>
/// <param name="Path">The full path.</param>
/// <param name="ConnectionString">The connection string with the full path and our settings.</param>
internal sealed record SqliteDatabaseFile(string Path, string ConnectionString)
{
    /// <summary>The file of a path.</summary>
    public static SqliteDatabaseFile At(string path) => From(new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString);

    public static SqliteDatabaseFile From(string connectionString)
    {
        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new GraphStartupException(
                $"The connection string for SQLite cannot be read: {e.Message} It should look like \"Data Source=graphnews.db\".", e);
        }

        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new GraphStartupException(
                "The connection string for SQLite must name a file, such as \"Data Source=graphnews.db\": "
                + "readers and writers each have a connection of their own, and a database in memory has only one.");
        }

        builder.DataSource = System.IO.Path.GetFullPath(builder.DataSource);
        builder.ForeignKeys = true;
        builder.Mode = SqliteOpenMode.ReadWrite;
        builder.Cache = SqliteCacheMode.Private;
        return new SqliteDatabaseFile(builder.DataSource, builder.ConnectionString);
    }
}
