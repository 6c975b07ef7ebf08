using Microsoft.Data.Sqlite;

namespace GraphNews.Benchmarks;

/// <summary>The rows of a table as the database has them.</summary>
internal sealed record PlainTable(string Name, string[] Columns, List<object[]> Rows);

/// <summary>What a program without GraphNews would do: prepared commands with named parameters, one transaction.</summary>
internal static class PlainInsert
{
    /// <summary>All rows of a graph, table by table.</summary>
    public static List<PlainTable> Read(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var names = new List<string>();
        using (var tables = Command(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT IN ('Graph')"))
        using (var reader = tables.ExecuteReader())
        {
            while (reader.Read()) names.Add(reader.GetString(0));
        }

        return InOrder(names.ConvertAll(name => Table(connection, name)), connection);
    }

    /// <summary>Inserts them into the same tables of another graph.</summary>
    public static void Write(string connectionString, List<PlainTable> tables)
    {
        using var connection = new SqliteConnection($"{connectionString};Foreign Keys=True");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var table in tables.Where(table => table.Rows.Count > 0))
        {
            using var insert = Command(connection, $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})");
            insert.Transaction = transaction;
            var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(new SqliteParameter($"@p{i}", null))).ToArray();
            foreach (var row in table.Rows)
            {
                for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i];
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    /// <summary>Each table after those that it refers to, since the references are checked.</summary>
    private static List<PlainTable> InOrder(List<PlainTable> tables, SqliteConnection connection)
    {
        var left = tables.ToDictionary(table => table.Name);
        var ordered = new List<PlainTable>();
        while (left.Count > 0)
        {
            var next = left.Values.First(table => References(connection, table.Name).All(other => other == table.Name || !left.ContainsKey(other)));
            left.Remove(next.Name);
            ordered.Add(next);
        }

        return ordered;
    }

    private static List<string> References(SqliteConnection connection, string table)
    {
        using var command = Command(connection, $"PRAGMA foreign_key_list(\"{table}\")");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(2));
        return names;
    }

    private static PlainTable Table(SqliteConnection connection, string name)
    {
        using var command = Command(connection, $"SELECT * FROM \"{name}\"");
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new PlainTable(name, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
