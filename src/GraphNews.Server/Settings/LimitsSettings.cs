using System.ComponentModel.DataAnnotations;
using GraphNews.Graph.Documents;

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
    public int Tokens { get; init; } = 2_500;

    /// <summary>
    /// How deep braces, brackets and parentheses of a document may nest, all counted together; and its selections with each
    /// fragment written out. Introspection by common clients takes up to 23. Parsers and validators recurse by level, so that
    /// this is what keeps their stack.
    /// </summary>
    [Range(5, 200)]
    public int Depth { get; init; } = 40;

    /// <summary>The most fields of a document as they are written. The sample operation has about 80, introspection 100.</summary>
    [Range(10, 100_000)]
    public int Fields { get; init; } = 400;

    /// <summary>The most fields and fragments of a document with each fragment written out wherever it is spread. Introspection has about 400.</summary>
    [Range(10, 100_000)]
    public int Selections { get; init; } = 4_000;

    /// <summary>The most fields of a document that are given another name: a hundred guesses fit into a hundred aliases.</summary>
    [Range(0, 100_000)]
    public int Aliases { get; init; } = 100;

    /// <summary>The most directives of a document, wherever they stand.</summary>
    [Range(0, 100_000)]
    public int Directives { get; init; } = 100;

    /// <summary>
    /// The most values of the variables and extensions: numbers, texts, lists, objects and what these hold. Engines read them one by one, and
    /// slower than JSON is read.
    /// </summary>
    [Range(10, 10_000_000)]
    public int VariableValues { get; init; } = 20_000;

    /// <summary>What asking may cost: the weights of an operation's fields, those below a list once for each item.</summary>
    [Range(1, 1_000_000_000)]
    public int FieldCost { get; init; } = 20_000;

    /// <summary>How many objects an answer may hold, by the lengths that are asked of its lists.</summary>
    [Range(1, 1_000_000_000)]
    public int TypeCost { get; init; } = 30_000;

    /// <summary>
    /// How much field cost one client may ask for in a minute, and at once after a minute of asking for nothing; 0 for as much
    /// as it likes. A client is a key, a token's bearer, or the address of somebody who has neither.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int CostPerMinute { get; init; } = 3_000_000;

    /// <summary>How many operations are executed at once. Each may hold its whole answer in memory.</summary>
    [Range(1, 10_000)]
    public int ConcurrentOperations { get; init; } = 32;

    /// <summary>How many operations may wait for their turn, each as long as one may run; others are refused.</summary>
    [Range(0, 1_000_000)]
    public int WaitingOperations { get; init; } = 500;

    /// <summary>Who may ask about the schema itself. <c>?sdl</c> goes by it, too.</summary>
    public IntrospectionAccess Introspection { get; init; } = IntrospectionAccess.All;

    /// <summary>Whether a wrong name is answered with the names that are like it.</summary>
    public bool FieldSuggestions { get; init; }

    /// <summary>How long an operation may run. It is cancelled down to the statement in the database.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ExecutionTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The limits that are counted in a document that was parsed.</summary>
    public DocumentLimits ToDocumentLimits()
        => new() { Depth = Depth, Fields = Fields, Selections = Selections, Aliases = Aliases, Directives = Directives };
}

/// <summary>Who may ask about the schema itself.</summary>
internal enum IntrospectionAccess
{
    /// <summary>Everybody who may read.</summary>
    All,

    /// <summary>Those who are logged in.</summary>
    Keys,

    /// <summary>Nobody.</summary>
    Off,
}
