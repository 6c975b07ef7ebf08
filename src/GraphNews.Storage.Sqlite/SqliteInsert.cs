using System.Globalization;
using System.Text;
using GraphNews.Graph.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GraphNews.Storage.Sqlite;

/// <summary>
/// Inserts rows with one prepared statement whose values go in by their number. Through ADO.NET each value of each row is
/// looked up by its parameter's name, which takes longer than to store it.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly IReadOnlyList<InsertedColumn> _columns;
    private readonly object?[] _bound;
    private byte[] _text = new byte[1024];

    public SqliteInsert(SqliteConnection connection, InsertedTable table)
    {
        _database = connection.Handle!;
        _columns = table.Columns;
        _bound = new object?[_columns.Count];
        var names = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", _columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(_database, $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values})", out _statement));
    }

    /// <exception cref="SqliteException">The row breaks a rule of the table.</exception>
    public void Add(object row)
    {
        for (var i = 0; i < _bound.Length; i++)
        {
            // A value stays until another takes its place, and the rows of one edit have many in common.
            var value = _columns[i].ReadStored(row);
            if (!IsSame(_bound[i], value)) Check(Bind(i + 1, value));
            _bound[i] = value;
        }

        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private static bool IsSame(object? bound, object? value)
        => ReferenceEquals(bound, value) || (bound is long before && value is long whole && before == whole);

    // As Microsoft.Data.Sqlite stores them.
    private int Bind(int number, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, number),
        string text => BindText(number, text),
        long whole => raw.sqlite3_bind_int64(_statement, number, whole),
        int whole => raw.sqlite3_bind_int64(_statement, number, whole),
        bool flag => raw.sqlite3_bind_int64(_statement, number, flag ? 1 : 0),
        double real => raw.sqlite3_bind_double(_statement, number, real),
        DateOnly day => BindText(number, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime moment => BindText(number, moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    };

    private int BindText(int number, string text)
    {
        // The address of an empty span is null, which would store NULL.
        if (text.Length == 0) return raw.sqlite3_bind_text(_statement, number, text);
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < longest) _text = new byte[longest];
        return raw.sqlite3_bind_text(_statement, number, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
