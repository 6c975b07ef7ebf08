using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Walk;

namespace GraphNews.Server.Settings;

/// <summary>Reads the settings: <c>appsettings.json</c> beside the server, then the environment, then the command line.</summary>
internal static class SettingsRegistration
{
    /// <summary>
    /// Puts the sources in order. <c>appsettings.json</c> holds every default, so it comes first: the standard order
    /// would let it win over <c>ASPNETCORE_URLS</c>.
    /// </summary>
    public static WebApplicationBuilder UseGraphNewsSettings(this WebApplicationBuilder builder, string[] settings)
    {
        builder.Configuration.Sources.Clear();
        builder.Configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: false, reloadOnChange: false)
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(settings);

        // A start that fails is told in one sentence, by StartFailure; the host would add a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);

        // It repeats a header that is written wrong, which may be the one with a key. It comes after the settings, and so wins.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None);

        // What it says of each request repeats the address, and with it the variables of a GET. Its scope, with the trace id, stays.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // It repeats what a check answers at each call, as a failure while the server merely starts. A database that fails tells the log itself.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        return builder;
    }

    /// <summary>Registers each section as a record whose values were checked.</summary>
    /// <exception cref="GraphStartupException">A value does not read as its type, or is out of range.</exception>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var languages = Read<LanguagesSettings>(configuration, LanguagesSettings.Section);
        var limits = Read<LimitsSettings>(configuration, LimitsSettings.Section);
        return services
            .AddSingleton(limits)
            .AddSingleton(limits.ToDocumentLimits())
            .AddSingleton(Read<SavedOperationsSettings>(configuration, SavedOperationsSettings.Section))
            .AddSingleton(Read<BatchingSettings>(configuration, BatchingSettings.Section))
            .AddSingleton(Read<AuthenticationSettings>(configuration, AuthenticationSettings.Section))
            .AddSingleton(Read<StreamsSettings>(configuration, StreamsSettings.Section))
            .AddSingleton(Read<SampleSettings>(configuration, SampleSettings.Section))
            .AddSingleton(Read<IdeSettings>(configuration, IdeSettings.Section))
            .AddSingleton(Read<LinkedDataSettings>(configuration, LinkedDataSettings.Section))
            .AddSingleton(Read<CorsSettings>(configuration, CorsSettings.Section))
            .AddSingleton(Read<CompressionSettings>(configuration, CompressionSettings.Section))
            .AddSingleton(Read<CacheSettings>(configuration, CacheSettings.Section))
            .AddSingleton(Read<ShutdownSettings>(configuration, ShutdownSettings.Section))
            .AddSingleton(new WalkOptions { Languages = languages.Tags, PublishesText = Read<ArticlesSettings>(configuration, ArticlesSettings.Section).PublishText })
            .AddSingleton(Read<ChangesSettings>(configuration, ChangesSettings.Section).ToOptions())
            .AddSingleton(Read<SearchSettings>(configuration, SearchSettings.Section).ToOptions())
            .AddSingleton(TimeProvider.System);
    }

    /// <summary>One section, checked.</summary>
    /// <exception cref="GraphStartupException">A value does not read as its type, or is out of range.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var unknown = configuration.GetSection(section).GetChildren().Select(child => child.Key)
            .Except(typeof(T).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
            throw new GraphStartupException($"There is no setting {section}:{unknown[0]}. README.md lists all settings.");

        T settings;
        try
        {
            settings = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new GraphStartupException($"The settings of {section} cannot be read. {e.Message} README.md lists all settings.", e);
        }

        var mistakes = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), mistakes, validateAllProperties: true)) return settings;

        throw new GraphStartupException(string.Join(
            Environment.NewLine,
            mistakes.Select(mistake => $"The setting {section}:{string.Join(", ", mistake.MemberNames)} is wrong. {mistake.ErrorMessage} README.md lists all settings.")));
    }
}
