using System.CommandLine;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>serve</c>, also meant where no verb is given: answers questions until it is stopped.</summary>
internal static class ServeVerb
{
    public static Command Create(Func<string[], WebApplication> build)
    {
        var settings = Settings();
        var verb = new Command("serve", "Serves the graph; the default.") { settings };
        verb.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(settings)!, build, cancel));
        return verb;
    }

    /// <summary>Settings of this run, such as <c>--Urls=http://127.0.0.1:5081</c>.</summary>
    public static Argument<string[]> Settings()
    {
        var settings = new Argument<string[]>("settings")
        {
            Description = "Settings of this run: --Name=value, such as --Urls=http://127.0.0.1:5081 --Sample:Load=false. README.md lists them.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [],
        };
        settings.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !IsSetting(token.Value)))
                result.AddError($"\"{token.Value}\" is neither a verb nor a setting. Settings read --Name=value; --help lists the verbs.");
        });
        return settings;
    }

    public static async Task<int> RunAsync(string[] settings, Func<string[], WebApplication> build, CancellationToken cancel)
    {
        await using var app = build(settings);
        await ServerStart.RunAsync(app, cancel);
        await ServerStop.RunAsync(app, cancel);
        return ExitCodes.Done;
    }

    /// <summary>Whether a word of the command line is a setting.</summary>
    public static bool IsSetting(string token)
        => token.StartsWith("--", StringComparison.Ordinal) && token.IndexOf('=', StringComparison.Ordinal) > 2;
}
