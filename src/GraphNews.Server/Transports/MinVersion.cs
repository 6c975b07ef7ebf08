using System.Globalization;

namespace GraphNews.Server.Transports;

/// <summary>The version that a client's answer must show at least: what it has seen or written, through whichever server.</summary>
internal static class MinVersion
{
    /// <summary>The header that asks for it.</summary>
    public const string Header = "GraphNews-Min-Version";

    /// <summary>The version; null if the client asks for none.</summary>
    /// <exception cref="RequestRefusedException">The header holds no version.</exception>
    public static long? Read(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(Header, out var given)) return null;
        return given is [{ } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw RequestBody.Malformed($"The header {Header} holds a version of the graph: a whole number such as 42, as extensions.version of an answer gives it.");
    }
}
