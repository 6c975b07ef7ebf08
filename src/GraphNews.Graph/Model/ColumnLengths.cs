namespace GraphNews.Graph.Model;

/// <summary>
/// How long strings may be, in UTF-16 code units. A key of SQL Server holds 900 bytes (450 units), an index 1,700
/// bytes (850 units), ids included; every storage keeps the same limits, so that a graph can move between them.
/// </summary>
internal static class ColumnLengths
{
    /// <summary>A slug.</summary>
    public const int Slug = 100;

    /// <summary>What a source calls a record; longer ones are kept as their hash.</summary>
    public const int RecordKey = 200;

    /// <summary>A language tag, BCP 47.</summary>
    public const int Language = 35;

    /// <summary>A date as given.</summary>
    public const int Date = 40;

    /// <summary>A name or a title.</summary>
    public const int Name = 400;

    /// <summary>A derived form of a name; one letter may fold into several.</summary>
    public const int FoldedName = 800;

    /// <summary>The name of a table, of a column or of a schema field.</summary>
    public const int Field = 60;

    /// <summary>Who wrote or stated something.</summary>
    public const int Actor = 200;

    /// <summary>An address on the web.</summary>
    public const int Url = 2000;

    /// <summary>A quote, a summary, a value as a source gives it; SQL Server's longest bounded string.</summary>
    public const int Passage = 4000;
}
