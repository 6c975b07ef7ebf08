using System.Text.Json;
using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Duplicates;

/// <summary>A graph into which an editor enters people, and asks who may be there twice.</summary>
internal sealed class EnteredPeople : IAsyncDisposable
{
    private EnteredPeople(MutationAnswers graph) => Graph = graph;

    public MutationAnswers Graph { get; }

    public static async Task<EnteredPeople> CreateAsync() => new(await MutationAnswers.CreateAsync());

    /// <summary>Adds an official by names, those of Arabic letters in Arabic; gives the id.</summary>
    public async Task<string> AddAsync(string[] names, string? birthDate = null, string? country = null, params string[] wikidata)
    {
        var input = new Dictionary<string, object?>
        {
            ["names"] = names.Select(name => new { value = name, language = name.Any(letter => letter > 0x600) ? "ar" : "en" }),
            ["birthDate"] = birthDate,
            ["identifiers"] = wikidata.Select(value => new { scheme = "wikidata", value }),
        };
        if (country is not null) input["country"] = new { code = country };
        return (await Graph.WriteAsync("addOfficial", input, "official { id }")).GetProperty("official").GetProperty("id").GetString()!;
    }

    /// <summary>Judges two.</summary>
    public Task JudgeAsync(string left, string right, string verdict) => Graph.WriteAsync("judgeSame", new { left, right, verdict }, "version");

    /// <summary>The pairs that are proposed.</summary>
    public async Task<IReadOnlyList<JsonElement>> ProposedAsync(string kind = "OFFICIAL")
    {
        var data = await Graph.Answers.DataAsync(
            $$"""
            {
              duplicateCandidates(kind: {{kind}}, first: 100) {
                totalCount
                nodes { left { id } right { id } score reasons { kind weight left right nodes { ... on Entity { slug } } } judgements { verdict } }
              }
            }
            """);
        return [.. data.GetProperty("duplicateCandidates").GetProperty("nodes").EnumerateArray()];
    }

    /// <summary>What speaks for and against a pair, without the weights.</summary>
    public static IEnumerable<string?> Reasons(JsonElement pair) => pair.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("kind").GetString());

    public static double Score(JsonElement pair) => pair.GetProperty("score").GetDouble();

    public ValueTask DisposeAsync() => Graph.DisposeAsync();
}
