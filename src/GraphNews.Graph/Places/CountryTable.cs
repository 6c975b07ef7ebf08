using System.Collections.Immutable;

namespace GraphNews.Graph.Places;

/// <summary>The committed table of countries: codes of ISO 3166-1, names of Unicode CLDR. <c>tools/countries.mjs</c> writes it.</summary>
internal sealed class CountryTable
{
    private const string Resource = "countries.tsv";
    private const string CldrMark = "# cldr: ";
    private const int CodeColumns = 3;

    private CountryTable(string cldrVersion, ImmutableArray<CountryRow> countries)
        => (CldrVersion, Countries) = (cldrVersion, countries);

    /// <summary>The version of Unicode CLDR that the names are from.</summary>
    public string CldrVersion { get; }

    /// <summary>All countries, in the order of their alpha-2 codes.</summary>
    public ImmutableArray<CountryRow> Countries { get; }

    /// <summary>Reads the table that is part of this assembly.</summary>
    public static CountryTable Read()
    {
        using var stream = typeof(CountryTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var version = lines.Single(line => line.StartsWith(CldrMark, StringComparison.Ordinal))[CldrMark.Length..];
        var rows = lines.Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
        var languages = rows[0][CodeColumns..];
        return new CountryTable(version, [.. rows.Skip(1).Select(row => Row(row, languages))]);
    }

    private static CountryRow Row(string[] cells, string[] languages)
        => new(cells[0], cells[1], cells[2], [.. languages.Zip(cells[CodeColumns..])]);
}

/// <summary>A country of the table.</summary>
/// <param name="Alpha2">Its alpha-2 code.</param>
/// <param name="Alpha3">Its alpha-3 code.</param>
/// <param name="Numeric">Its numeric code, three digits.</param>
/// <param name="Names">Its name in each language.</param>
internal sealed record CountryRow(
    string Alpha2, string Alpha3, string Numeric, ImmutableArray<(string Language, string Value)> Names);
