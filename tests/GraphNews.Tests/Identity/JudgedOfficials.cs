using System.Text.Json;
using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Identity;

/// <summary>Officials of one letter each, whom an editor judges.</summary>
internal sealed class JudgedOfficials : IAsyncDisposable
{
    private JudgedOfficials(MutationAnswers graph) => Graph = graph;

    public MutationAnswers Graph { get; }

    /// <summary>Their ids by their letters.</summary>
    public Dictionary<char, string> Ids { get; } = [];

    public static async Task<JudgedOfficials> CreateAsync(string letters)
    {
        var officials = new JudgedOfficials(await MutationAnswers.CreateAsync());
        foreach (var letter in letters)
        {
            var input = new { slug = $"official-{letter}", names = new[] { new { value = $"Official {letter}", language = "en" } } };
            officials.Ids[letter] = (await officials.Graph.WriteAsync("addOfficial", input, "official { id }")).GetProperty("official").GetProperty("id").GetString()!;
        }

        return officials;
    }

    /// <summary>Judges two of them; gives the judgement's id.</summary>
    public async Task<string> JudgeAsync(char left, char right, string verdict = "SAME")
        => (await Graph.WriteAsync("judgeSame", Input(left, right, verdict), "judgement { id }")).GetProperty("judgement").GetProperty("id").GetString()!;

    /// <summary>Takes a judgement back.</summary>
    public Task<JsonElement> UndoAsync(string judgement) => Graph.WriteAsync("undoJudgement", new { id = judgement }, "tombstone { id kind reason }");

    /// <summary>What is wrong with judging two of them.</summary>
    public Task<(string Type, string Code, string Path)> RefusalAsync(char left, char right, string verdict) => Graph.ErrorAsync("judgeSame", Input(left, right, verdict));

    /// <summary>What the graph says of each: the letter of who stands for it, with the names that this one shows.</summary>
    public async Task<string> ShownAsync()
    {
        var shown = new List<string>();
        foreach (var letter in Ids.Keys)
        {
            var official = (await Graph.Answers.DataAsync($"{{ official(slug: \"official-{letter}\") {{ id names {{ value }} }} }}")).GetProperty("official");
            var winner = official.ValueKind == JsonValueKind.Null ? '-' : Ids.Single(one => one.Value == official.GetProperty("id").GetString()).Key;
            var names = winner == '-' ? "" : string.Concat(official.GetProperty("names").EnumerateArray().Select(name => name.GetProperty("value").GetString()![^1]).Order());
            shown.Add($"{letter}={winner}({names})");
        }

        return string.Join(' ', shown);
    }

    /// <summary>The input that judges two of them.</summary>
    public object Input(char left, char right, string verdict) => new { left = Ids[left], right = Ids[right], verdict };

    public ValueTask DisposeAsync() => Graph.DisposeAsync();
}
