namespace GraphNews.Graph.Mappings;

/// <summary>What can be wrong with a mapping or with what it reads. <c>docs/csv-mappings.md</c> lists them; a test compares.</summary>
internal static class MappingCodes
{
    /// <summary>The mapping file is not YAML, or says something that mappings cannot say.</summary>
    public const string BadMapping = "BAD_MAPPING";

    /// <summary>A file cannot be opened.</summary>
    public const string UnreadableFile = "UNREADABLE_FILE";

    /// <summary>The file is not in the encoding that its mapping names.</summary>
    public const string WrongEncoding = "WRONG_ENCODING";

    /// <summary>The file has no heading, or the heading names a column twice.</summary>
    public const string BadHeading = "BAD_HEADING";

    /// <summary>The mapping names a column that the file does not have.</summary>
    public const string MissingColumn = "MISSING_COLUMN";

    /// <summary>A row has more or fewer cells than the heading.</summary>
    public const string RaggedRow = "RAGGED_ROW";

    /// <summary>A quote is opened and not closed, stands where none may stand, or a cell is longer than any text may be.</summary>
    public const string BrokenRow = "BROKEN_ROW";

    /// <summary>A cell holds no date of the forms that the mapping names.</summary>
    public const string BadDate = "BAD_DATE";

    /// <summary>A date is right as such, but lies outside the time that the file covers.</summary>
    public const string ImpossibleDate = "IMPOSSIBLE_DATE";

    /// <summary>A cell holds a value that the mapping's list of values does not name.</summary>
    public const string UnknownValue = "UNKNOWN_VALUE";

    /// <summary>A value that has to be there is empty.</summary>
    public const string MissingValue = "MISSING_VALUE";

    /// <summary>Two rows, or groups of rows, that do not stand together have the same key.</summary>
    public const string DuplicateKey = "DUPLICATE_KEY";

    /// <summary>Rows of the same node disagree about it.</summary>
    public const string RowsDisagree = "ROWS_DISAGREE";

    /// <summary>No agency of that name stood at that time.</summary>
    public const string UnknownAgency = "UNKNOWN_AGENCY";

    /// <summary>Nobody of that name held office there at that time.</summary>
    public const string UnresolvedPerson = "UNRESOLVED_PERSON";

    /// <summary>Several people may be meant.</summary>
    public const string AmbiguousPerson = "AMBIGUOUS_PERSON";
}
