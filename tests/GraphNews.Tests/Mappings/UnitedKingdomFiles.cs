using System.Globalization;
using CsvHelper;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Mappings;

/// <summary>The British files, read without a mapping, to compare with.</summary>
internal static class UnitedKingdomFiles
{
    /// <summary>The mapping of the sample.</summary>
    public static string Mapping { get; } = Path.Combine(SharedData.Repository, "samples", "uk-ministers", "mapping.yml");

    /// <summary>The rows of a file as texts by column, untrimmed.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        using var reader = new CsvReader(new StreamReader(Path.Combine(SharedData.UnitedKingdom!, file)), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(column => column, column => reader[column] ?? "", StringComparer.Ordinal));
        }

        return rows;
    }
}
