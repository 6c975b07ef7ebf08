namespace GraphNews.Graph.Mappings;

/// <summary>A mapping file: which CSV files there are, and what their columns mean. <c>docs/csv-mappings.md</c> has the format.</summary>
/// <param name="File">The mapping file, as its caller named it.</param>
/// <param name="Name">The name of what it imports: the same in each run, whatever file the mapping lies in.</param>
/// <param name="Folder">The folder that the CSV files lie in.</param>
/// <param name="Publishers">Who published the files.</param>
/// <param name="Sources">The files, in the order in which they are read.</param>
internal sealed record Mapping(
    string File, string Name, string Folder, IReadOnlyList<PublisherMapping> Publishers, IReadOnlyList<SourceMapping> Sources);

/// <summary>Somebody who published files.</summary>
/// <param name="Key">By what the files' articles name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Site">Its site; null if none is given.</param>
/// <param name="Country">Its country's alpha-2 code; null if none is given.</param>
internal sealed record PublisherMapping(string Key, string Name, string? Site, string? Country);

/// <summary>One CSV file.</summary>
/// <param name="File">Its name in the mapping's folder.</param>
/// <param name="Place">Where the mapping speaks of it.</param>
/// <param name="Article">The source that its rows are cited as.</param>
/// <param name="Encoding">Its encoding by name.</param>
/// <param name="StrayControls">The encoding whose bytes stand as control characters U+0080 to U+009F; null if none do.</param>
/// <param name="Delimiter">What stands between two cells.</param>
/// <param name="Locator">How a citation names a row.</param>
/// <param name="Group">Rows that stand together and have the same of this tell of the same; null if each row is for itself.</param>
/// <param name="Where">Which rows are read.</param>
/// <param name="Records">What a row, or a group of them, becomes.</param>
internal sealed record SourceMapping(
    string File,
    MappingPlace Place,
    ArticleMapping Article,
    string Encoding,
    string? StrayControls,
    string Delimiter,
    Template Locator,
    Template? Group,
    IReadOnlyList<RowCondition> Where,
    IReadOnlyList<RecordMapping> Records);

/// <summary>The source of kind DATASET that a CSV file is cited as.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it was published; null if no address is given.</param>
/// <param name="Publisher">Its publisher's key; null if none is given.</param>
/// <param name="Licence">Under which licence it may be used; null if none is given.</param>
/// <param name="Published">When it was published, as a date of the bundle; null if unknown.</param>
/// <param name="Language">Its language; null if unknown.</param>
internal sealed record ArticleMapping(
    string Key, string Slug, string Title, string? Url, string? Publisher, string? Licence, string? Published, string? Language);

/// <summary>One record that is made of a row, of a group of rows, or of all rows that have the same key.</summary>
/// <param name="Type">The record's type, as in a bundle.</param>
/// <param name="Place">Where the mapping speaks of it.</param>
/// <param name="Key">What tells it from others of the mapping, in this run and in each later one.</param>
/// <param name="Collect">Whether its rows stand all over the file.</param>
/// <param name="Cite">Whether it cites its rows; its names do in any case.</param>
/// <param name="Where">Which rows it is made of.</param>
/// <param name="Slug">The slug; null if it is made of the name.</param>
/// <param name="Identifiers">Keys in other people's schemes.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Fields">Its other fields.</param>
/// <param name="OfficeHolder">The official of a participation as a source writes them; null if it has none.</param>
internal sealed record RecordMapping(
    string Type,
    MappingPlace Place,
    ValueMapping Key,
    bool Collect,
    bool Cite,
    IReadOnlyList<RowCondition> Where,
    ValueMapping? Slug,
    IReadOnlyList<IdentifierMapping> Identifiers,
    IReadOnlyList<NameMapping> Names,
    IReadOnlyList<FieldMapping> Fields,
    OfficeHolderMapping? OfficeHolder);

/// <summary>A key in somebody else's scheme.</summary>
internal sealed record IdentifierMapping(string Scheme, ValueMapping Value);

/// <summary>A name that a row gives.</summary>
internal sealed record NameMapping(
    ValueMapping Value, string? Language, ValueMapping? Kind, ValueMapping? ValidFrom, ValueMapping? ValidUntil);

/// <summary>How a field's value is written in the record.</summary>
internal enum FieldForm
{
    /// <summary>As a text.</summary>
    Text,

    /// <summary>As a number.</summary>
    Number,

    /// <summary>As a text in a language.</summary>
    LanguageText,

    /// <summary>As a reference by key.</summary>
    Key,

    /// <summary>As a reference by slug.</summary>
    Slug,

    /// <summary>As a reference to a country by its code.</summary>
    Code,
}

/// <summary>A field of a record.</summary>
/// <param name="Name">The field, as in a bundle.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Value">What is written.</param>
/// <param name="Language">The language of a text in a language; null otherwise.</param>
internal sealed record FieldMapping(string Name, FieldForm Form, ValueMapping Value, string? Language);

/// <summary>
/// Somebody who is written as sources write people: name, titles, honours and post in one text. Looked up among the
/// tenures that the mapping's other records state.
/// </summary>
/// <param name="Written">The text.</param>
/// <param name="Agency">The agency's name, as written.</param>
/// <param name="Date">The day or month.</param>
/// <param name="Reports">For an agency whose returns speak for others: the names of all that they speak for.</param>
internal sealed record OfficeHolderMapping(
    ValueMapping Written, ValueMapping Agency, ValueMapping Date, IReadOnlyDictionary<string, IReadOnlyList<string>> Reports);

/// <summary>A place of a mapping file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record MappingPlace(string File, int Line, int Column)
{
    /// <summary>The error that this place is wrong.</summary>
    public MappingException Wrong(string reason, string code = MappingCodes.BadMapping)
        => new(new MappingProblem(File, Line, $"{Column}", code, reason));
}
