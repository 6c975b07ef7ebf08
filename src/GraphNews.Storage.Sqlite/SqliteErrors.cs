using Microsoft.Data.Sqlite;

namespace GraphNews.Storage.Sqlite;

/// <summary>Says what SQLite's errors mean to whoever starts the server. Source: SQLite, Result and Error Codes.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether another connection holds what is asked for.</summary>
    public static bool IsBusy(SqliteException error) => error.SqliteErrorCode == Busy;

    public static string Explain(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy => $"{path} is locked by another process. Stop it, or wait until it has finished, and start again.",
        ReadOnly => $"{path} cannot be written. Let the server's user write the file and its folder.",
        CannotOpen => $"{path} cannot be opened. Let the server's user read and write the file and its folder.",
        Corrupt or NotADatabase => $"{path} is damaged: {error.Message} Restore it from a backup.",
        Full => $"There is no room left on the disk for {path}. Make room and start again.",
        _ => $"{path} cannot be opened: {error.Message}",
    };
}
