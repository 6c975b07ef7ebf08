using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;

namespace GraphNews.Limit.Statements;

/// <summary>A prepared statement.</summary>
internal sealed class Statement(DbCommand command, DbParameter? keys, Action count)
{
    /// <summary>Its rows.</summary>
    public List<TRow> Read<TRow>(Func<DbDataReader, TRow> row)
    {
        count();
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    /// <summary>Its rows for many keys, by the key that is their first column.</summary>
    public Dictionary<long, List<TRow>> Read<TRow>(IReadOnlyCollection<long> asked, Func<DbDataReader, TRow> row)
    {
        keys!.Value = keys is NpgsqlParameter ? asked.ToArray() : Json(asked);
        count();
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<long, List<TRow>>(asked.Count);
        while (reader.Read())
        {
            var key = reader.GetInt64(0);
            if (!rows.TryGetValue(key, out var of)) rows.Add(key, of = []);
            of.Add(row(reader));
        }

        return rows;
    }

    private static string Json(IReadOnlyCollection<long> asked)
    {
        var text = new StringBuilder("[");
        foreach (var key in asked) text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"{key}");
        return text.Append(']').ToString();
    }
}
