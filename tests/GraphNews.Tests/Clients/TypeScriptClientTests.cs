using System.Text.Json;
using GraphNews.Tests.Ide;
using GraphNews.Tests.Shared;
using GraphNews.Tests.Starting;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Clients;

/// <summary>The front end of <c>clients/typescript</c> is generated from what a server publishes, compiles, and works in a browser.</summary>
public sealed class TypeScriptClientTests
{
    private static string Folder => Path.Combine(SharedData.Repository, "clients", "typescript");

    [BrowserFact]
    public async Task The_example_is_generated_from_what_the_server_publishes_and_shows_meetings_from_right_to_left()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        await using var server = await ServerProcess.StartAsync(graph, settings: "--Cors:Origins=*");
        await BuildAsync(server.Address);

        var screenshot = Path.Combine(IdeScripts.Folder, "TestResults", "example.png");
        var told = JsonElement.Parse(await IdeScripts.RunAsync("run-example.mjs", Path.Combine(Folder, "dist"), server.Address.ToString(), BrowserFactAttribute.Browser!, screenshot));

        Assert.Equal("[]", told.GetProperty("mistakes").GetRawText());
        Assert.Equal("""{"lang":"en","dir":"ltr","title":"Who met whom","heading":null}""", told.GetProperty("before").GetRawText());
        Assert.Equal("""{"lang":"ar","dir":"rtl","title":"من التقى بمن","heading":"عبد اللطيف حموشي"}""", told.GetProperty("after").GetRawText());
        Assert.Equal(3, told.GetProperty("meetings").GetArrayLength());
        Assert.Equal(["GET FindOfficials", "GET MeetingsOfAnOfficial"], told.GetProperty("asked").EnumerateArray().Select(asked => asked.GetString()!));
        Assert.Equal(
            ["/graphql text/csv; charset=utf-8; header=present", "/entity/abdellatif-hammouchi text/html; charset=utf-8"],
            told.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()!));
    }

    private static async Task BuildAsync(Uri endpoint)
    {
        // npm writes it last.
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json")))
            await IdeScripts.RunProcessAsync(Folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        await IdeScripts.RunProcessAsync(Folder, "npm", "run", "contract", "--", endpoint.ToString());
        await IdeScripts.RunProcessAsync(Folder, "npm", "run", "build");
    }
}
