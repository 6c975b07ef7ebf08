using System.Diagnostics;
using System.Globalization;
using GraphNews.Graph.Execution;
using Microsoft.Data.Sqlite;

namespace GraphNews.Benchmarks;

/// <summary>The shortest chains between random officials: the field <c>path</c> beside recursive SQL on the same file.</summary>
internal static class PathBenchmark
{
    private const int Pairs = 10;
    private const int MaxLength = 4;

    // SQLite yields the rows of a recursion in the order of its queue, so the first one found is the nearest, and LIMIT ends the search there.
    private const string Length =
        """
        WITH RECURSIVE reached(Official, Depth) AS (
            SELECT @from, 0
            UNION
            SELECT b.OfficialId, r.Depth + 1
            FROM reached AS r
            JOIN Participations AS a ON a.OfficialId = r.Official AND a.HiddenSince IS NULL
            JOIN Participations AS b ON b.MeetingId = a.MeetingId AND b.OfficialId IS NOT NULL AND b.HiddenSince IS NULL
            WHERE r.Depth < @max)
        SELECT Depth FROM reached WHERE Official = @to LIMIT 1
        """;

    private const string Chains =
        """
        WITH RECURSIVE walked(Official, Depth, Steps) AS (
            SELECT @from, 0, ''
            UNION ALL
            SELECT b.OfficialId, w.Depth + 1, w.Steps || b.MeetingId || ' ' || b.OfficialId || ' '
            FROM walked AS w
            JOIN Participations AS a ON a.OfficialId = w.Official AND a.HiddenSince IS NULL
            JOIN Participations AS b ON b.MeetingId = a.MeetingId AND b.OfficialId <> a.OfficialId AND b.HiddenSince IS NULL
            WHERE w.Depth < @max)
        SELECT DISTINCT Steps FROM walked WHERE Official = @to AND Depth = @max
        """;

    public static async Task RunAsync(IGraphEngine engine, string connectionString, int officials)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var random = new Random(11);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var pair = -1; pair < Pairs; pair++)
        {
            var (from, to) = ($"official-{1 + random.Next(officials - 1)}", $"official-{1 + random.Next(officials - 1)}");
            var watch = Stopwatch.StartNew();
            var found = await AskAsync(engine, from, to);
            var asked = watch.Elapsed.TotalMilliseconds;

            watch.Restart();
            var expected = Recurse(connection, from, to);
            var recursed = watch.Elapsed.TotalMilliseconds;

            Compare(found, expected);

            // The first pair compiles what both keep.
            if (pair < 0) continue;
            ours.Add(asked);
            theirs.Add(recursed);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{from} to {to}: {expected.Count} chains of {expected.FirstOrDefault()?.Split(' ').Length / 2 ?? 0} steps; path {asked:0.0} ms, recursive SQL {recursed:0.0} ms"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"path: {ours.Sum():0} ms for {Pairs} pairs, median {Medians.Of(ours):0.0} ms; recursive SQL: {theirs.Sum():0} ms, median {Medians.Of(theirs):0.0} ms; {ours.Sum() / theirs.Sum():0.000} of the time, the same chains."));
    }

    /// <summary>The chains that the field gives, at most 100, as meetings and officials by their slugs.</summary>
    private static async Task<List<string>> AskAsync(IGraphEngine engine, string from, string to)
    {
        var data = await QuestionBenchmark.AskAsync(
            engine,
            $"query ($from: ID!, $to: ID!) {{ path(from: $from, to: $to, maxLength: {MaxLength}, first: 100) {{ length steps {{ to {{ ... on Official {{ slug }} }} via {{ ... on Meeting {{ slug }} }} }} }} }}",
            new { from, to });
        return [.. data.GetProperty("path").EnumerateArray().Select(path => string.Join(' ', path.GetProperty("steps").EnumerateArray()
            .Select(step => $"{step.GetProperty("via").GetProperty("slug").GetString()} {step.GetProperty("to").GetProperty("slug").GetString()}")))];
    }

    private static List<string> Recurse(SqliteConnection connection, string from, string to)
    {
        var (start, end) = (Id(connection, from), Id(connection, to));
        if (Rows(connection, Length, start, end, MaxLength) is not [var length]) return [];

        var chains = Rows(connection, Chains, start, end, int.Parse(length, CultureInfo.InvariantCulture));
        var slugs = Slugs(connection, chains.SelectMany(chain => chain.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct());
        return chains.ConvertAll(chain => string.Join(' ', chain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => slugs[id])));
    }

    private static void Compare(List<string> found, List<string> expected)
    {
        var known = expected.ToHashSet(StringComparer.Ordinal);
        if (found.Count != Math.Min(100, known.Count) || !found.TrueForAll(known.Contains))
            throw new InvalidOperationException($"path gives {found.Count} chains, recursive SQL {known.Count}, and they differ.");
    }

    private static long Id(SqliteConnection connection, string slug)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT NodeId FROM Slugs WHERE Value = @slug";
        command.Parameters.AddWithValue("@slug", slug);
        return (long)command.ExecuteScalar()!;
    }

    private static Dictionary<string, string> Slugs(SqliteConnection connection, IEnumerable<string> ids)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT NodeId, Value FROM Slugs WHERE NodeId IN ({string.Join(", ", ids.DefaultIfEmpty("0"))})";
        using var reader = command.ExecuteReader();
        var slugs = new Dictionary<string, string>();
        while (reader.Read()) slugs.Add(reader.GetInt64(0).ToString(CultureInfo.InvariantCulture), reader.GetString(1));
        return slugs;
    }

    private static List<string> Rows(SqliteConnection connection, string text, long from, long to, int max)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue("@from", from);
        command.Parameters.AddWithValue("@to", to);
        command.Parameters.AddWithValue("@max", max);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
