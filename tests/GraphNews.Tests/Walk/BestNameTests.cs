using GraphNews.Graph.Names;
using GraphNews.Graph.Officials;
using GraphNews.Tests.Engine;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Walk;

/// <summary>Which of its names shows something to who asks in English.</summary>
public sealed class BestNameTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (string Value, string Language, NameKind Kind)[]> Officials = new()
    {
        ["plain"] = [("عربي", "ar", NameKind.Name), ("Plain", "en", NameKind.Name), ("Later", "en", NameKind.Name)],
        ["variety-first"] = [("Variety", "en-GB", NameKind.Name), ("Itself", "en", NameKind.Name)],
        ["variety-alone"] = [("عربي", "ar", NameKind.Name), ("Variety", "en-GB", NameKind.Name)],
        ["like-a-variety"] = [("Old English", "enm", NameKind.Name), ("عربي", "ar", NameKind.Name)],
        ["alias"] = [("Former", "en", NameKind.Former), ("Alias", "en", NameKind.Alias)],
        ["former-alone"] = [("Former", "en", NameKind.Former), ("عربي", "ar", NameKind.Name)],
        ["alias-and-name"] = [("Alias", "en", NameKind.Alias), ("Name", "en-GB", NameKind.Name)],
        ["nothing-else"] = [("Former", "en", NameKind.Former)],
    };

    private TestGraph _graph = null!;
    private GraphAnswers _answers = null!;

    public async Task InitializeAsync()
    {
        _graph = await TestGraph.CreateAsync();
        _answers = new GraphAnswers(_graph.Storage);
        await _graph.WriteAsync(edit =>
        {
            foreach (var (slug, names) in Officials)
            {
                var id = edit.Add(new Official { Slug = slug }).Id;
                foreach (var (value, language, kind) in names) edit.Add(new Name { SubjectId = id, Value = value, Language = language, Kind = kind, StatedBy = "test" });
            }
        });
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _graph.DisposeAsync();
    }

    [Theory]
    [InlineData("plain", "Plain")]
    [InlineData("variety-first", "Itself")]
    [InlineData("variety-alone", "Variety")]
    [InlineData("like-a-variety", "عربي")]
    [InlineData("alias", "Alias")]
    [InlineData("former-alone", "عربي")]
    [InlineData("alias-and-name", "Alias")]
    [InlineData("nothing-else", "Former")]
    public async Task The_language_itself_comes_before_its_varieties_and_these_before_other_languages_and_former_names_last(string slug, string shown)
    {
        var data = await _answers.DataAsync("query ($slug: String!) { official(slug: $slug) { name(language: \"en\") } }", new { slug });
        Assert.Equal(shown, data.GetProperty("official").GetProperty("name").GetString());
    }
}
