using System.Data.Common;
using System.Diagnostics;

namespace GraphNews.Graph.Telemetry;

/// <summary>
/// A statement as traces show it: its text, whose values are parameters and stay out, and how many rows it gave. Source
/// of the names: OpenTelemetry semantic conventions 1.38, "Database client spans". Costs nothing while nobody listens.
/// </summary>
public static class StatementSpan
{
    /// <summary>The name by which listeners ask for the spans of the graph.</summary>
    public const string SourceName = "GraphNews.Graph";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a statement that is about to run; null while nobody listens.</summary>
    internal static Activity? Begin(DbConnection connection, string text) => Begin(connection, text, default);

    /// <summary>Ends the span of a statement that gave rows.</summary>
    internal static void End(this Activity span, long rows)
    {
        span.SetTag("db.response.returned_rows", rows);
        span.Dispose();
    }

    /// <summary>Ends the span of a statement that failed.</summary>
    internal static void Fail(this Activity span, Exception fault)
    {
        span.SetTag("error.type", fault.GetType().FullName);
        span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }

    /// <summary>The whole span of a statement that has run.</summary>
    internal static void Record(DbConnection connection, string text, DateTimeOffset began, TimeSpan took, long rows, Exception? fault = null)
    {
        if (Begin(connection, text, began) is not { } span) return;

        span.SetEndTime((began + took).UtcDateTime);
        if (fault is null) span.End(rows);
        else span.Fail(fault);
    }

    private static Activity? Begin(DbConnection connection, string text, DateTimeOffset began)
    {
        if (!Source.HasListeners()) return null;

        var span = Source.StartActivity(StatementSummary.Of(text), ActivityKind.Client, parentContext: default, startTime: began);
        if (span is not { IsAllDataRequested: true }) return span;

        span.SetTag("db.system.name", SystemOf(connection));
        span.SetTag("db.query.summary", span.DisplayName);
        span.SetTag("db.query.text", text);
        return span;
    }

    /// <summary>What the conventions call the product that a connection speaks to.</summary>
    private static string SystemOf(DbConnection connection) => connection.GetType().Name switch
    {
        "SqliteConnection" => "sqlite",
        "SqlConnection" => "microsoft.sql_server",
        "NpgsqlConnection" => "postgresql",
        var other => other,
    };
}
