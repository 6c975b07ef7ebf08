namespace GraphNews.Server.Starting;

/// <summary>What the process says to whoever started it. README.md documents them.</summary>
internal static class ExitCodes
{
    /// <summary>It did what was asked, or was stopped in the ordinary way.</summary>
    public const int Done = 0;

    /// <summary>The command line is wrong. System.CommandLine uses the same number.</summary>
    public const int CommandLine = 1;

    /// <summary>It could not start: a setting, the database, the address or the schema. The message says what to do.</summary>
    public const int CannotStart = 2;

    /// <summary>A fault of the program itself.</summary>
    public const int Fault = 3;

    /// <summary>The verb <c>schema check</c> found generated files that do not follow from the model.</summary>
    public const int SchemaDiffers = 4;

    /// <summary>The verb <c>import</c> left records out; the rest came in, and the list of rejects says why.</summary>
    public const int Rejects = 5;

    /// <summary>A file of the verb <c>import</c> cannot be read, or that of <c>export</c> cannot be written.</summary>
    public const int File = 6;

    /// <summary>The verb <c>keys</c> was given a name that cannot be had, or the id of no key.</summary>
    public const int Key = 7;

    /// <summary>The verb <c>backup</c> or <c>restore</c> could not be done. Nothing has changed.</summary>
    public const int Backup = 8;
}
