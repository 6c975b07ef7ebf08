namespace GraphNews.Graph.Walk;

/// <summary>
/// The languages of an operation, best first: the field's argument, then Accept-Language, then the configured order.
/// A range such as <c>en-GB</c> falls back to <c>en</c>. Source: RFC 4647, section 3.4.
/// </summary>
internal sealed class OperationLanguages(IReadOnlyList<string> preferred, IReadOnlyList<string> configured)
{
    /// <summary>More languages than this make no difference to a reader, only to the statement.</summary>
    private const int Most = 8;

    private readonly IReadOnlyList<string> _common = [.. WithFallbacks([.. preferred, .. configured]).Take(Most)];

    /// <summary>The order for a field with these arguments.</summary>
    public IReadOnlyList<string> For(IReadOnlyDictionary<string, object?> arguments)
        => arguments.TryGetValue("language", out var asked) && asked is string language
            ? [.. WithFallbacks([language]).Concat(_common).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)]
            : _common;

    private static IEnumerable<string> WithFallbacks(IEnumerable<string> languages)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in languages)
        {
            for (var range = language; ; range = range[..range.LastIndexOf('-')])
            {
                if (seen.Add(range)) yield return range;
                if (!range.Contains('-', StringComparison.Ordinal)) break;
            }
        }
    }
}
