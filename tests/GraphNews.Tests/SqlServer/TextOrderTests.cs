using Microsoft.Data.Sqlite;

namespace GraphNews.Tests.SqlServer;

/// <summary>
/// SQL Server's binary collation sorts by UTF-16 code units, as .NET's ordinal comparison does; SQLite by the bytes of
/// UTF-8. For all that is written with one code unit the two orders are one.
/// </summary>
public sealed class TextOrderTests
{
    public static readonly string[] Samples =
        ["الحموشي", "حموشي", "عبد اللطيف", "أحمد", "احمد", "مُحَمَّد", "محمد", "ﷲ", "٢٠٢٥", "Hammouchi", "hammouchi", "Ángel", "Zoe", "中村", "ی", "ي"];

    [Fact]
    public async Task SQLite_sorts_what_is_written_with_one_code_unit_a_character_as_SQL_Server_does()
        => Assert.Equal(Samples.Order(StringComparer.Ordinal), await SortedBySqliteAsync(Samples));

    [Fact]
    public async Task They_differ_for_characters_beyond_the_basic_plane_beside_the_last_ones_in_it()
    {
        string[] names = ["\U0001F600", "\uFEFB"];

        Assert.Equal(["\U0001F600", "\uFEFB"], names.Order(StringComparer.Ordinal));
        Assert.Equal(["\uFEFB", "\U0001F600"], await SortedBySqliteAsync(names));
    }

    private static async Task<List<string>> SortedBySqliteAsync(IEnumerable<string> texts)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM json_each($texts) ORDER BY value";
        command.Parameters.AddWithValue("$texts", System.Text.Json.JsonSerializer.Serialize(texts));
        await using var reader = await command.ExecuteReaderAsync();
        var sorted = new List<string>();
        while (await reader.ReadAsync()) sorted.Add(reader.GetString(0));
        return sorted;
    }
}
