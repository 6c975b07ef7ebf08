using SQLitePCL;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// The SQLite library of this process, set up before it opens a database. Every connection belongs to one operation at a
/// time, so that no call needs a lock; and nobody asks how much memory all of them took, which costs one for each
/// allocation. Where a database is open already the library stays as it is: safe, and slower. Source: SQLite,
/// "Using SQLite in multi-threaded applications".
/// </summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> _isSetUp = new(SetUp);

    /// <summary>Sets the library up; nothing if that has been done.</summary>
    public static void Prepare() => _ = _isSetUp.Value;

    private static bool SetUp()
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK
            && raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    }
}
