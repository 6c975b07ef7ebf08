using System.ComponentModel.DataAnnotations;

namespace GraphNews.Server.Settings;

/// <summary>
/// What one request may cost before anything is executed, the same in development and production. Section <c>Limits</c>.
/// </summary>
internal sealed record LimitsSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Limits";

    /// <summary>
    /// The most bytes of a request's body. 1 MiB holds any document within <see cref="DocumentCharacters"/> and leaves
    /// the rest to variables, such as the text of an article.
    /// </summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The most UTF-16 characters of a document. The sample operation has about 1,700.</summary>
    [Range(100, 10_000_000)]
    public int DocumentCharacters { get; init; } = 100_000;

    /// <summary>The most tokens of a document, comments among them. The sample operation has about 300, introspection as many.</summary>
    [Range(10, 1_000_000)]
    public int Tokens { get; init; } = 5_000;

    /// <summary>
    /// How deep braces, brackets and parentheses of a document may nest, all counted together. Introspection by common
    /// clients takes about 15. Parsers and validators recurse by level, so that this is what keeps their stack.
    /// </summary>
    [Range(5, 200)]
    public int Depth { get; init; } = 40;

    /// <summary>How long an operation may run. It is cancelled down to the statement in the database.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ExecutionTime { get; init; } = TimeSpan.FromSeconds(10);
}
