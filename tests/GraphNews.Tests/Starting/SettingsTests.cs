using System.Text.Json;
using System.Text.RegularExpressions;
using GraphNews.Server.Settings;
using GraphNews.Tests.Shared;

namespace GraphNews.Tests.Starting;

/// <summary>Settings are what the documentation says they are.</summary>
public sealed partial class SettingsTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    [Fact]
    public async Task Every_setting_is_in_the_README_with_its_default_and_no_other_is()
    {
        var documented = SettingRow().Matches(await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "README.md")))
            .Select(row => (Name: row.Groups[1].Value, Default: row.Groups[2].Value));

        Assert.Equal(Shipped().OrderBy(setting => setting.Name), documented.OrderBy(setting => setting.Name));
    }

    [Fact]
    public void The_file_that_is_shipped_holds_the_defaults_of_the_code()
    {
        var limits = new LimitsSettings();
        var search = new SearchSettings();
        var authentication = new AuthenticationSettings();
        var saved = new SavedOperationsSettings();
        var batching = new BatchingSettings();
        var (cors, compression, shutdown) = (new CorsSettings(), new CompressionSettings(), new ShutdownSettings());
        var streams = new StreamsSettings();
        var (cache, telemetry) = (new CacheSettings(), new TelemetrySettings());
        var code = new Dictionary<string, string>
        {
            ["Articles:PublishText"] = new ArticlesSettings().PublishText ? "true" : "false",
            ["Authentication:Authority"] = authentication.Authority,
            ["Authentication:Audience"] = authentication.Audience,
            ["Authentication:RoleClaim"] = authentication.RoleClaim,
            ["Authentication:NameClaim"] = authentication.NameClaim,
            ["Authentication:RequireForReading"] = authentication.RequireForReading ? "true" : "false",
            ["LinkedData:Address"] = new LinkedDataSettings().Address,
            ["Batching:Enabled"] = batching.Enabled ? "true" : "false",
            ["Batching:MaxOperations"] = $"{batching.MaxOperations}",
            ["Limits:BodyBytes"] = $"{limits.BodyBytes}",
            ["Limits:DocumentCharacters"] = $"{limits.DocumentCharacters}",
            ["Limits:Tokens"] = $"{limits.Tokens}",
            ["Limits:Depth"] = $"{limits.Depth}",
            ["Limits:Fields"] = $"{limits.Fields}",
            ["Limits:Selections"] = $"{limits.Selections}",
            ["Limits:Aliases"] = $"{limits.Aliases}",
            ["Limits:Directives"] = $"{limits.Directives}",
            ["Limits:VariableValues"] = $"{limits.VariableValues}",
            ["Limits:FieldCost"] = $"{limits.FieldCost}",
            ["Limits:TypeCost"] = $"{limits.TypeCost}",
            ["Limits:CostPerMinute"] = $"{limits.CostPerMinute}",
            ["Limits:ConcurrentOperations"] = $"{limits.ConcurrentOperations}",
            ["Limits:WaitingOperations"] = $"{limits.WaitingOperations}",
            ["SavedOperations:Folder"] = saved.Folder,
            ["SavedOperations:TrustedOnly"] = saved.TrustedOnly ? "true" : "false",
            ["SavedOperations:Automatic"] = saved.Automatic ? "true" : "false",
            ["SavedOperations:AutomaticCharacters"] = $"{saved.AutomaticCharacters}",
            ["Limits:Introspection"] = $"{limits.Introspection}",
            ["Limits:FieldSuggestions"] = limits.FieldSuggestions ? "true" : "false",
            ["Limits:ExecutionTime"] = $"{limits.ExecutionTime}",
            ["Search:Folder"] = search.Folder,
            ["Changes:PollInterval"] = $"{new ChangesSettings().PollInterval}",
            ["Changes:VersionPatience"] = $"{new ChangesSettings().VersionPatience}",
            ["Search:TextCharacters"] = $"{search.TextCharacters}",
            ["Search:TextWords"] = $"{search.TextWords}",
            ["Streams:MaxConnections"] = $"{streams.MaxConnections}",
            ["Streams:MaxConnectionsPerAddress"] = $"{streams.MaxConnectionsPerAddress}",
            ["Streams:MaxOperations"] = $"{streams.MaxOperations}",
            ["Streams:MessageBytes"] = $"{streams.MessageBytes}",
            ["Streams:QueuedAnswers"] = $"{streams.QueuedAnswers}",
            ["Streams:InitTimeout"] = $"{streams.InitTimeout}",
            ["Streams:KeepAlive"] = $"{streams.KeepAlive}",
            ["Streams:IdleTimeout"] = $"{streams.IdleTimeout}",
            ["Streams:SendTimeout"] = $"{streams.SendTimeout}",
            ["Sample:Load"] = new SampleSettings().Load ? "true" : "false",
            ["Ide:Enabled"] = new IdeSettings().Enabled ? "true" : "false",
            ["Cors:Origins"] = cors.Origins,
            ["Cors:MaxAge"] = $"{cors.MaxAge}",
            ["Compression:Enabled"] = compression.Enabled ? "true" : "false",
            ["Compression:FromBytes"] = $"{compression.FromBytes}",
            ["Cache:Bytes"] = $"{cache.Bytes}",
            ["Cache:MaxAge"] = $"{cache.MaxAge}",
            ["Cache:SharedMaxAge"] = $"{cache.SharedMaxAge}",
            ["Telemetry:MetricsPath"] = telemetry.MetricsPath,
            ["Telemetry:MetricsPort"] = $"{telemetry.MetricsPort}",
            ["Shutdown:Delay"] = $"{shutdown.Delay}",
            ["Shutdown:Timeout"] = $"{shutdown.Timeout}",
            ["Languages:Default"] = new LanguagesSettings().Default,
        };

        Assert.Equal(
            code.OrderBy(setting => setting.Key),
            Shipped().Where(setting => code.ContainsKey(setting.Name)).Select(setting => KeyValuePair.Create(setting.Name, setting.Default)).OrderBy(setting => setting.Key));
    }

    /// <summary>Logging is ASP.NET Core's own and documented there.</summary>
    private static IEnumerable<(string Name, string Default)> Shipped()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")), WithComments);
        return [.. Leaves("", file.RootElement).Where(setting => !setting.Name.StartsWith("Logging", StringComparison.Ordinal))];
    }

    private static IEnumerable<(string Name, string Default)> Leaves(string prefix, JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => Leaves(prefix.Length == 0 ? member.Name : $"{prefix}:{member.Name}", member.Value))
            : [(prefix, element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText())];

    [GeneratedRegex(@"^\| `([A-Za-z:]+)` \| `([^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
