namespace GraphNews.Server.LinkedData;

/// <summary>Values of enums as words.</summary>
internal static class Words
{
    /// <summary><c>HEAD_OF_DELEGATION</c> as "head of delegation"; null for what is not known.</summary>
    public static string? Of(string? value)
        => value is null or "UNKNOWN" ? null : value.Replace('_', ' ').ToLowerInvariant();
}
