using System.Text.Json;

namespace GraphNews.Tests.Names;

/// <summary>Lines of Arabic and Latin names: each of the one against each of the other is the same name, or none is.</summary>
internal sealed record SpelledNames(bool Same, string[] Arabic, string[] Latin)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public IEnumerable<(string Arabic, string Latin)> Pairs => from arabic in Arabic from latin in Latin select (arabic, latin);

    public static IReadOnlyList<SpelledNames> Read(string path)
        => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<SpelledNames>(line, _options)!)];
}
