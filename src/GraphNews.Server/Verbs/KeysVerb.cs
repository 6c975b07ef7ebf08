using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Keys;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>keys add</c>, <c>keys list</c> and <c>keys revoke</c>: the keys by which programs are known.</summary>
internal static class KeysVerb
{
    public static Command Create() => new(
        "keys",
        """
        Makes, lists and revokes the API keys of the graph, also while servers run on it.

        Examples:
          GraphNews.Server keys add importer --role editor --expires 90d
          GraphNews.Server keys list
          GraphNews.Server keys revoke 0123456789abcdef
        """)
    {
        Add(), List(), Revoke(),
    };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "Whose key it is. The change log calls its bearer key:<name>." };
        var role = new Option<string>("--role") { Description = "What its bearer may do; each role includes those before it.", Required = true };
        var expires = new Option<DateTime?>("--expires")
        {
            Description = "From when on it is refused: the beginning of a day in UTC (2027-01-01), or so many days from now (90d). Without it the key never expires.",
            CustomParser = Expiry,
        };
        role.AcceptOnlyFromAmong([.. RoleNames.All]);
        var settings = ServeVerb.Settings();
        var verb = new Command(
            "add",
            """
            Makes a key and prints it on the standard output. It is shown this once: the graph keeps a hash of it.

            Examples:
              GraphNews.Server keys add importer --role editor
              GraphNews.Server keys add dashboard --role reader --expires 2027-01-01 "--ConnectionStrings:Graph=Data Source=ministers.db"
            """)
        {
            name, role, expires, settings,
        };
        verb.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(settings)!,
            keys => AddAsync(keys, parsed.GetValue(name)!, RoleNames.Parse(parsed.GetValue(role)!)!.Value, parsed.GetValue(expires), cancel),
            cancel));
        return verb;
    }

    private static Command List()
    {
        var settings = ServeVerb.Settings();
        var verb = new Command("list", "Lists the keys, without their secrets.") { settings };
        verb.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(settings)!, keys => ListAsync(keys, cancel), cancel));
        return verb;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The key's id, as keys list shows it: the part between gn_ and the next _." };
        var settings = ServeVerb.Settings();
        var verb = new Command("revoke", "Revokes a key: every server refuses it from the next request on.") { id, settings };
        verb.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(settings)!, keys => RevokeAsync(keys, parsed.GetValue(id)!, cancel), cancel));
        return verb;
    }

    private static Task<int> RunAsync(string[] settings, Func<ApiKeys, Task<int>> work, CancellationToken cancel)
        => GraphTask.RunAsync(settings, services => work(services.GetRequiredService<ApiKeys>()), cancel);

    private static async Task<int> AddAsync(ApiKeys keys, string name, CallerRole role, DateTime? expires, CancellationToken cancel)
    {
        try
        {
            var (key, shown) = await keys.AddAsync(name, role, expires, cancel);
            await Console.Out.WriteLineAsync(shown.AsMemory(), cancel);
            await Console.Error.WriteLineAsync(
                $"This is the key of {key.Name} ({RoleNames.Of(key.Role)}), with the id {key.Id}. Keep it now: it is not shown again.".AsMemory(), cancel);
            return ExitCodes.Done;
        }
        catch (GraphException refusal)
        {
            await Console.Error.WriteLineAsync($"No key was made. {refusal.Message}".AsMemory(), cancel);
            return ExitCodes.Key;
        }
    }

    private static async Task<int> ListAsync(ApiKeys keys, CancellationToken cancel)
    {
        string[][] rows =
        [
            ["id", "name", "role", "made", "expires", "last used", "revoked"],
            .. (await keys.ListAsync(cancel)).Select(key => new[]
            {
                key.Id, key.Name, RoleNames.Of(key.Role), Time(key.CreatedAt), Time(key.ExpiresAt), Time(key.LastUsedAt), Time(key.RevokedAt),
            }),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            await Console.Out.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd().AsMemory(), cancel);
        return ExitCodes.Done;
    }

    private static async Task<int> RevokeAsync(ApiKeys keys, string id, CancellationToken cancel)
    {
        if (await keys.RevokeAsync(id, cancel) is not { } key)
        {
            await Console.Error.WriteLineAsync("No key was revoked: none has this id. keys list shows the ids.".AsMemory(), cancel);
            return ExitCodes.Key;
        }

        await Console.Out.WriteLineAsync($"The key {key.Id} of {key.Name} is revoked since {Time(key.RevokedAt)}.".AsMemory(), cancel);
        return ExitCodes.Done;
    }

    private static DateTime? Expiry(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 36_500)
            return TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(days);

        argument.AddError($"\"{text}\" is no time to expire. Write a day such as 2027-01-01, or days from now such as 90d.");
        return null;
    }

    private static string Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
