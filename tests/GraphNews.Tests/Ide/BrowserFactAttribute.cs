namespace GraphNews.Tests.Ide;

/// <summary>
/// A test in a real browser. Where there is none it is skipped and says so; in CI, where <c>.ci/run</c> installs one, it
/// runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "There is no Chromium: install it (apt-get install chromium) or name it in CHROMIUM.";
    }

    /// <summary>The browser's executable; null if there is none.</summary>
    public static string? Browser { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);
}
